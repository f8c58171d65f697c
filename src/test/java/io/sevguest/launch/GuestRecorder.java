package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.launch.run.GuestListener;
import io.sevguest.qemu.qmp.QmpEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A listener that records all events of a guest, and can wait for some of them. */
public class GuestRecorder implements GuestListener {
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(150);

    private final StringBuilder serial = new StringBuilder();
    private final List<String> notices = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public synchronized void serial(Bytes output) {
        serial.append(new String(output.toArray(), StandardCharsets.ISO_8859_1));
        notifyAll();
    }

    @Override
    public synchronized void message(String line) {
        notifyAll();
    }

    @Override
    public synchronized void event(QmpEvent event) {
        events.add(event.name());
        notifyAll();
    }

    @Override
    public synchronized void notice(String text) {
        notices.add(text);
        notifyAll();
    }

    @Override
    public synchronized void restarted(LaunchPlan plan) {
        titles.add(plan.title());
        notifyAll();
    }

    public synchronized void awaitSerial(String text) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT;
        while (serial.indexOf(text) < 0 && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
        }
        assertThat(serial.toString()).contains(text);
    }

    public synchronized void awaitEvent(String name) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT;
        while (!events.contains(name) && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
        }
        assertThat(events).contains(name);
    }

    public synchronized List<String> notices() {
        return List.copyOf(notices);
    }

    public synchronized List<String> titles() {
        return List.copyOf(titles);
    }
}
