package io.sevguest.ui.task;

/** Follows running work, on the event thread: the status bar. */
public interface TaskWatcher {
    /**
     * Work has reached a step.
     *
     * @param percent 0 to 100, or -1 where it cannot be known
     */
    void at(RunningTask running, String step, int percent);

    void ended(RunningTask running);
}
