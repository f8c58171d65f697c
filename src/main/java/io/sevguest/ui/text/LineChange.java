package io.sevguest.ui.text;

import java.util.List;

/**
 * A range of lines that was replaced by another.
 *
 * @param removedFirst index of the first removed line, from 0 in the text before
 * @param addedFirst index of the first added line, from 0 in the text after
 */
public record LineChange(
        int removedFirst, List<String> removed, int addedFirst, List<String> added) {
    public LineChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    public int removedEnd() {
        return removedFirst + removed.size();
    }

    public int addedEnd() {
        return addedFirst + added.size();
    }
}
