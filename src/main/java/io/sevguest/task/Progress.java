package io.sevguest.task;

import java.util.concurrent.CancellationException;

/** Reports the progress of long work, and cancels the work on request. */
public interface Progress {
    /** Progress that is not shown. An interrupt of the thread still cancels the work. */
    Progress NONE =
            (step, percent) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(step);
                }
            };

    /**
     * Reports the step that begins.
     *
     * @param step a description of the step, for people
     * @param percent the progress from 0 to 100, or -1 if it is unknown
     * @throws CancellationException if the work was cancelled
     */
    void at(String step, int percent);
}
