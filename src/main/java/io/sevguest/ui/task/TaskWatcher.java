package io.sevguest.ui.task;

/** A listener for running work, called on the event thread, such as the status bar. */
public interface TaskWatcher {
    /**
     * Called when work has reached a step.
     *
     * @param percent 0 to 100, or -1 if it is unknown
     */
    void at(RunningTask running, String step, int percent);

    void ended(RunningTask running);
}
