package io.sevguest.ui.text;

import java.util.List;

/**
 * A stretch of lines that became another.
 *
 * @param removedFirst index of the first line that is gone, from 0 in the text before
 * @param addedFirst index of the first line that came, from 0 in the text after
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
