package io.sevguest.ui.task;

import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;

/** Starts work off the event thread. */
public final class Tasks {
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    work -> {
                        var thread = new Thread(work, "task");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<TaskWatcher> watchers = new CopyOnWriteArrayList<>();

    public void watch(TaskWatcher watcher) {
        watchers.add(watcher);
    }

    /** Starts work; its outcome comes on the event thread, once. */
    public <T> Running start(Work<T> work, Outcome<T> outcome) {
        var task = new Task<>(work, outcome);
        threads.execute(task);
        return task;
    }

    private final class Task<T> implements Runnable, Running, Progress {
        private final Work<T> work;
        private final Outcome<T> outcome;
        private boolean cancelled;
        private Thread runner;

        Task(Work<T> work, Outcome<T> outcome) {
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

        /** Does the work; a bug in it reaches the event thread's handler, as one there would. */
        private Runnable deliveryOfWork() {
            try {
                T result = work.run(this);
                return () -> outcome.done(result);
            } catch (ProblemException problem) {
                return isCancelled() ? outcome::cancelled : () -> outcome.failed(problem.problem());
            } catch (CancellationException stop) {
                return outcome::cancelled;
            } catch (RuntimeException | Error bug) {
                return () -> {
                    throw bug;
                };
            }
        }

        private void end(Runnable delivery) {
            watchers.forEach(watcher -> watcher.ended(this));
            try {
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

        /** From here on the thread belongs to other work. */
        private synchronized void finish() {
            runner = null;
            Thread.interrupted();
        }
    }
}
