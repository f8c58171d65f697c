package io.sevguest.ui.workspace;

import io.sevguest.problem.Problem;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.task.Outcome;

/** Goes on when work has ended, however it did; tells why if it failed. */
public record CompletionHandler<T>(Messages messages, Runnable then) implements Outcome<T> {
    @Override
    public void done(T result) {
        // the result was the doing
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
