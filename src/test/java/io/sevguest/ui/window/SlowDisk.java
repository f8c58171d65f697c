package io.sevguest.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for tasks that a test holds back, as a slow disk would, and lets go on again. */
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

    /** From now on work waits. */
    public synchronized void hold() {
        slow = true;
    }

    /** Returns how many tasks wait. */
    public synchronized int waiting() {
        return held.size();
    }

    /** Lets go on what waits, the work asked for last first, and what comes from now on. */
    public synchronized void release() {
        slow = false;
        for (int i = held.size() - 1; i >= 0; i--) {
            start(held.get(i));
        }
        held.clear();
    }

    /** Returns how many tasks wait or run. */
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
