package io.sevguest.ui.task;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.SwingUtilities;

/** Starts work off the event thread. */
public final class Tasks {
    private final Executor threads;
    private final List<TaskWatcher> watchers = new CopyOnWriteArrayList<>();

    private final List<Runnable> afterWrites = new CopyOnWriteArrayList<>();
    private final AtomicInteger writes = new AtomicInteger();

    /** Creates tasks with their own threads, which do not keep the program alive. */
    public Tasks() {
        this(
                Executors.newCachedThreadPool(
                        work -> {
                            var thread = new Thread(work, "task");
                            thread.setDaemon(true);
                            return thread;
                        }));
    }

    /** Creates tasks on the threads of an executor. */
    public Tasks(Executor threads) {
        this.threads = threads;
    }

    public void watch(TaskWatcher watcher) {
        watchers.add(watcher);
    }

    /**
     * Starts work; its outcome comes on the event thread, once.
     *
     * @param scope the owner of the work; an outcome that comes after its end is dropped
     */
    public <T> RunningTask start(Scope scope, Work<T> work, Outcome<T> outcome) {
        var task = new Task<>(scope, work, outcome);
        threads.execute(task);
        return task;
    }

    /**
     * Starts work that writes: {@link #afterWrites} waits until it has ended, so that closing the
     * window leaves no incomplete file.
     */
    public <T> RunningTask write(Scope scope, Work<T> work, Outcome<T> outcome) {
        writes.incrementAndGet();
        return start(scope, work, new FollowedOutcome<>(outcome, this::endWrite));
    }

    /** Returns a new queue of work that writes. */
    public TaskQueue queue() {
        return new TaskQueue(this);
    }

    /** Runs something now if no work is writing, or else once all such work has ended. */
    public void afterWrites(Runnable then) {
        if (writes.get() == 0) {
            then.run();
        } else {
            afterWrites.add(then);
        }
    }

    private void endWrite() {
        if (writes.decrementAndGet() == 0) {
            List<Runnable> waiting = List.copyOf(afterWrites);
            afterWrites.clear();
            waiting.forEach(this::afterWrites);
        }
    }

    private final class Task<T> implements Runnable, RunningTask, Progress {
        private final Scope scope;
        private final Work<T> work;
        private final Outcome<T> outcome;
        private boolean cancelled;
        private Thread runner;

        Task(Scope scope, Work<T> work, Outcome<T> outcome) {
            this.scope = scope;
            this.work = work;
            this.outcome = outcome;
        }

        @Override
        public void run() {
            begin(Thread.currentThread());
            Runnable delivery = deliveryOfWork();
            finish();
            SwingUtilities.invokeLater(() -> end(delivery));
        }

        /**
         * Does the work, and returns the delivery of its outcome; an unchecked exception reaches
         * the event thread's handler.
         */
        private Runnable deliveryOfWork() {
            try {
                T result = work.run(this);
                return inScope(() -> outcome.done(result));
            } catch (ProblemException problem) {
                return isCancelled()
                        ? inScope(outcome::cancelled)
                        : () -> tellFailure(problem.problem());
            } catch (CancellationException stop) {
                return inScope(outcome::cancelled);
            } catch (RuntimeException | Error fault) {
                return () -> {
                    inScope(outcome::faulted).run();
                    throw fault;
                };
            }
        }

        private Runnable inScope(Runnable delivery) {
            return () -> {
                if (!scope.isOver()) {
                    delivery.run();
                }
            };
        }

        private void tellFailure(Problem problem) {
            if (scope.isOver()) {
                outcome.failedLate(problem);
            } else {
                outcome.failed(problem);
            }
        }

        private void end(Runnable delivery) {
            try {
                watchers.forEach(watcher -> watcher.ended(this));
                delivery.run();
            } finally {
                outcome.ended();
            }
        }

        @Override
        public void at(String step, int percent) {
            if (isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException(step);
            }
            SwingUtilities.invokeLater(
                    () -> watchers.forEach(watcher -> watcher.at(this, step, percent)));
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (runner != null) {
                runner.interrupt();
            }
        }

        private synchronized boolean isCancelled() {
            return cancelled;
        }

        private synchronized void begin(Thread thread) {
            runner = thread;
            if (cancelled) {
                thread.interrupt();
            }
        }

        /** Marks the work as finished: from here on the thread belongs to other work. */
        private synchronized void finish() {
            runner = null;
            Thread.interrupted();
        }
    }
}
