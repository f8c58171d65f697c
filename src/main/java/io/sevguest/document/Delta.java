package io.sevguest.document;

/** The change made by one step, sufficient to undo and redo it without keeping either value. */
public interface Delta<T> {
    /** Returns the value before the change, computed from the value after it. */
    T undo(T after);

    /** Returns the value after the change, computed from the value before it. */
    T redo(T before);

    /** Computes the difference between two values. */
    interface Differ<T> {
        Delta<T> between(T before, T after);
    }
}
