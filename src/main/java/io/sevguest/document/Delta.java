package io.sevguest.document;

/** The change that one step made, enough to go back and forth without keeping either value. */
public interface Delta<T> {
    /** The value before, made from the value after. */
    T undo(T after);

    /** The value after, made from the value before. */
    T redo(T before);

    /** Finds what differs between two values. */
    interface Differ<T> {
        Delta<T> between(T before, T after);
    }
}
