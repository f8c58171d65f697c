package io.sevguest.ui.task;

/**
 * The owner of work: the guest that is open, the guest that runs, or the inputs of a check. An
 * outcome that comes after its scope has ended is dropped. Asked on the event thread.
 */
@FunctionalInterface
public interface Scope {
    /** The whole program: never over. */
    Scope PROGRAM = () -> false;

    /** Returns whether what the work belongs to is gone or has been replaced. */
    boolean isOver();

    /** Returns a scope that is over as soon as one of the two is. */
    default Scope and(Scope other) {
        return () -> isOver() || other.isOver();
    }
}
