package io.sevguest.ui.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines that differ between two texts with LF line ends. */
public final class LineDiff {
    /**
     * The limit of lines between the equal beginning and end; beyond it they count as one change.
     */
    private static final int MOST_COMPARED = 4_000;

    private LineDiff() {}

    /** Returns the changes in the order of the lines. */
    public static List<LineChange> between(String before, String after) {
        TextChange change = TextChange.between(before, after);
        if (change.isEmpty()) {
            return List.of();
        }
        int start = after.lastIndexOf('\n', change.start() - 1) + 1;
        int first = count(after, start);
        List<String> old = lines(before, start, change.end());
        List<String> now = lines(after, start, change.start() + change.replacement().length());
        if (old.size() + now.size() > MOST_COMPARED) {
            return List.of(new LineChange(first, old, first, now));
        }
        List<LineChange> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            Chunk<String> gone = delta.getSource();
            Chunk<String> come = delta.getTarget();
            changes.add(
                    new LineChange(
                            first + gone.getPosition(),
                            gone.getLines(),
                            first + come.getPosition(),
                            come.getLines()));
        }
        return List.copyOf(changes);
    }

    /** Returns the whole lines that a range touches. */
    private static List<String> lines(String text, int start, int end) {
        int stop = text.indexOf('\n', end);
        return List.of(text.substring(start, stop < 0 ? text.length() : stop).split("\n", -1));
    }

    /** Returns the number of lines that end before an offset. */
    private static int count(String text, int end) {
        int count = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }
}
