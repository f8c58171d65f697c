package io.sevguest.ui.workspace;

import io.sevguest.problem.Problem;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.task.Outcome;

/**
 * An outcome that continues when work has ended, with any result, and shows the problem if it
 * failed.
 */
public record CompletionHandler<T>(Messages messages, Runnable then) implements Outcome<T> {
    @Override
    public void done(T result) {
        // the work has no further result
    }

    @Override
    public void failed(Problem problem) {
        messages.show(problem);
    }

    @Override
    public void ended() {
        then.run();
    }
}
