package io.sevguest.ui.preview;

import io.sevguest.ui.text.LineChange;
import io.sevguest.ui.text.LineEnds;
import java.util.ArrayList;
import java.util.List;

/** Writes changes as a unified diff with three lines around each. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private final String[] after;
    private final List<String> out = new ArrayList<>();

    private UnifiedDiff(String[] after) {
        this.after = after;
    }

    /**
     * Returns the lines of the diff; none if nothing changed.
     *
     * @param text the text after the changes
     */
    public static List<String> lines(String text, List<LineChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var diff = new UnifiedDiff(LineEnds.of(text).shown().split("\n", -1));
        int first = 0;
        while (first < changes.size()) {
            int end = first + 1;
            while (end < changes.size()
                    && changes.get(end).addedFirst() - changes.get(end - 1).addedEnd()
                            <= 2 * CONTEXT) {
                end++;
            }
            diff.hunk(changes.subList(first, end));
            first = end;
        }
        return diff.out;
    }

    private void hunk(List<LineChange> changes) {
        LineChange head = changes.get(0);
        LineChange last = changes.get(changes.size() - 1);
        int start = Math.max(0, head.addedFirst() - CONTEXT);
        int end = Math.min(after.length, last.addedEnd() + CONTEXT);
        int oldStart = head.removedFirst() - (head.addedFirst() - start);
        int oldEnd = last.removedEnd() + (end - last.addedEnd());
        out.add(
                "@@ -%d,%d +%d,%d @@"
                        .formatted(oldStart + 1, oldEnd - oldStart, start + 1, end - start));
        int at = start;
        for (LineChange change : changes) {
            keep(at, change.addedFirst());
            change.removed().forEach(line -> out.add("-" + line));
            change.added().forEach(line -> out.add("+" + line));
            at = change.addedEnd();
        }
        keep(at, end);
    }

    private void keep(int start, int end) {
        for (int line = start; line < end; line++) {
            out.add(" " + after[line]);
        }
    }
}
