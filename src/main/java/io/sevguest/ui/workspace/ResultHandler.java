package io.sevguest.ui.workspace;

import io.sevguest.problem.Problem;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.task.Outcome;
import java.util.function.Consumer;

/** An outcome that continues with the result of work, or shows the problem. */
public record ResultHandler<T>(Messages messages, Consumer<T> next) implements Outcome<T> {
    @Override
    public void done(T result) {
        next.accept(result);
    }

    @Override
    public void failed(Problem problem) {
        messages.show(problem);
    }
}
