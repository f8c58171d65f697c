package io.sevguest.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Threads for tasks that a test holds back, as a slow disk would, and lets go on again. */
public final class SlowDisk implements Executor {
    private final List<Runnable> held = new ArrayList<>();
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

    private static void start(Runnable work) {
        var thread = new Thread(work, "task of a test");
        thread.setDaemon(true);
        thread.start();
    }
}
