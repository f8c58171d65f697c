package io.sevguest.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor for tasks that a test delays, like a slow disk, and then releases. */
public final class SlowDisk implements Executor {
    private final List<Runnable> held = new ArrayList<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private boolean slow;

    @Override
    public synchronized void execute(Runnable work) {
        if (slow) {
            held.add(work);
        } else {
            start(work);
        }
    }

    /** Delays work from now on. */
    public synchronized void hold() {
        slow = true;
    }

    /** Returns the number of waiting tasks. */
    public synchronized int waiting() {
        return held.size();
    }

    /** Releases waiting work, the latest first, and all later work. */
    public synchronized void release() {
        slow = false;
        for (int i = held.size() - 1; i >= 0; i--) {
            start(held.get(i));
        }
        held.clear();
    }

    /** Returns the number of waiting or running tasks. */
    public int unfinished() {
        return unfinished.get() + waiting();
    }

    private void start(Runnable work) {
        unfinished.incrementAndGet();
        Runnable counted =
                () -> {
                    try {
                        work.run();
                    } finally {
                        unfinished.decrementAndGet();
                    }
                };
        var thread = new Thread(counted, "task of a test");
        thread.setDaemon(true);
        thread.start();
    }
}
