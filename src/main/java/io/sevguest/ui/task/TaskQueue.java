package io.sevguest.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Work of one kind, such as the saves of a document, that is done one after another: each is
 * created from the state after the outcome of the previous one. Used on the event thread.
 */
public final class TaskQueue {
    private final Tasks tasks;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    TaskQueue(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Starts work that writes, when its turn comes; see {@link Tasks#write}.
     *
     * @param scope if it is over before the turn, the work is not done
     * @param work creates the work when its turn comes
     */
    public <T> void write(Scope scope, Supplier<Work<T>> work, Outcome<T> outcome) {
        waiting.add(() -> begin(scope, work, new FollowedOutcome<>(outcome, this::endTurn)));
        goOn();
    }

    private <T> void begin(Scope scope, Supplier<Work<T>> work, Outcome<T> outcome) {
        if (scope.isOver()) {
            outcome.ended();
        } else {
            tasks.write(scope, work.get(), outcome);
        }
    }

    private void endTurn() {
        busy = false;
        goOn();
    }

    private void goOn() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.remove().run();
        }
    }
}
