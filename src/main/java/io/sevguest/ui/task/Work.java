package io.sevguest.ui.task;

import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;

/** Work that takes its inputs as values and touches no component. */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does the work, off the event thread.
     *
     * @throws ProblemException if a file, process or input prevents it
     */
    T run(Progress progress) throws ProblemException;
}
