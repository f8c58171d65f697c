package io.sevguest.ui.task;

import io.sevguest.problem.Problem;

/** What happens on the event thread when work has ended; one of the first three, then the last. */
public interface Outcome<T> {
    void done(T result);

    void failed(Problem problem);

    /** The work was cancelled and has ended. */
    default void cancelled() {}

    /** Always, last, after the work has really ended. */
    default void ended() {}
}
