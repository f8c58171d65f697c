package io.sevguest.ui.file;

import io.sevguest.problem.Problem;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.task.Outcome;
import java.util.function.Consumer;

/** Continues after a save, and shows a failure even if another guest is open by then. */
record SaveOutcome<T>(Messages messages, Consumer<T> next) implements Outcome<T> {
    @Override
    public void done(T result) {
        next.accept(result);
    }

    @Override
    public void failed(Problem problem) {
        messages.show(problem);
    }

    @Override
    public void failedLate(Problem problem) {
        messages.show(problem);
    }
}
