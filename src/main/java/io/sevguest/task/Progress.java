package io.sevguest.task;

import java.util.concurrent.CancellationException;

/** Reports how far long work is, and tells the work when it is no longer wanted. */
public interface Progress {
    /**
     * Progress that nobody looks at and nobody cancels; an interrupt of the thread still cancels.
     */
    Progress NONE =
            (step, percent) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(step);
                }
            };

    /**
     * Tells the step that begins.
     *
     * @param step what is being done, for people
     * @param percent 0 to 100, or -1 where it cannot be known
     * @throws CancellationException if the work was cancelled
     */
    void at(String step, int percent);
}
