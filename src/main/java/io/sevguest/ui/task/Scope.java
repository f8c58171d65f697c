package io.sevguest.ui.task;

/**
 * The owner of work: the open guest, the running guest, or the inputs of a check. An outcome that
 * comes after its scope has ended is dropped. Used on the event thread.
 */
@FunctionalInterface
public interface Scope {
    /** The scope of the whole program, which is never over. */
    Scope PROGRAM = () -> false;

    /** Returns whether the owner of the work is gone or has been replaced. */
    boolean isOver();

    /** Returns a scope that is over as soon as one of two is. */
    default Scope and(Scope other) {
        return () -> isOver() || other.isOver();
    }
}
