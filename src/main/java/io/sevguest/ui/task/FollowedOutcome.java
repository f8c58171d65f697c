package io.sevguest.ui.task;

import io.sevguest.problem.Problem;

/** An outcome that runs something else after its end, whatever the result. */
public record FollowedOutcome<T>(Outcome<T> outcome, Runnable then) implements Outcome<T> {
    @Override
    public void done(T result) {
        outcome.done(result);
    }

    @Override
    public void failed(Problem problem) {
        outcome.failed(problem);
    }

    @Override
    public void cancelled() {
        outcome.cancelled();
    }

    @Override
    public void faulted() {
        outcome.faulted();
    }

    @Override
    public void failedLate(Problem problem) {
        outcome.failedLate(problem);
    }

    @Override
    public void ended() {
        try {
            outcome.ended();
        } finally {
            then.run();
        }
    }
}
