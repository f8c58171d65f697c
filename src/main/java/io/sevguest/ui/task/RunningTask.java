package io.sevguest.ui.task;

/** Work that has been started. */
public interface RunningTask {
    /** Interrupts the work; its outcome still comes when it has ended. */
    void cancel();
}
