package io.sevguest.ui.task;

import io.sevguest.problem.Problem;

/**
 * The steps on the event thread when work has ended: one of the other methods, and then {@link
 * #ended()}. After the scope of the work has ended, only {@link #failedLate} and {@link #ended()}
 * are called.
 */
public interface Outcome<T> {
    void done(T result);

    void failed(Problem problem);

    /** The work was cancelled and has ended. */
    default void cancelled() {}

    /**
     * A bug in the program ended the work. It is reported elsewhere; the outcome only leaves its
     * busy state, by default as after a cancel.
     */
    default void faulted() {
        cancelled();
    }

    /**
     * The work failed after its scope had ended; for work whose failure must be shown even then,
     * such as a save.
     */
    default void failedLate(Problem problem) {}

    /** Runs always and last, after the work has really ended. */
    default void ended() {}
}
