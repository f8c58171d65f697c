package io.sevguest.domain;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that differ between two texts, in time proportional to their length: lines that
 * each text has once are aligned first, and only short stretches between them are compared line by
 * line. A long stretch without such a line, as when everything was indented anew, is one
 * difference.
 */
final class LineAlignment {
    /**
     * Lines that were replaced by others, from start to before end; one range is empty if lines
     * were added or removed.
     */
    record Difference(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

    /**
     * The length in lines of the longest stretch that is compared line by line, which takes less
     * than a millisecond.
     */
    private static final int LONGEST = 200;

    private final List<String> before;
    private final List<String> after;
    private final List<Difference> differences = new ArrayList<>();

    LineAlignment(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the differences in the order of the texts. */
    List<Difference> differences() {
        int beforeStart = 0;
        int afterStart = 0;
        for (int[] anchor : anchors()) {
            stretch(new Difference(beforeStart, anchor[0], afterStart, anchor[1]));
            beforeStart = anchor[0] + 1;
            afterStart = anchor[1] + 1;
        }
        stretch(new Difference(beforeStart, before.size(), afterStart, after.size()));
        return List.copyOf(differences);
    }

    private void stretch(Difference all) {
        Difference left = withoutEqualEnds(all);
        int linesBefore = left.beforeEnd() - left.beforeStart();
        int linesAfter = left.afterEnd() - left.afterStart();
        if (linesBefore == 0 && linesAfter == 0) {
            return;
        }
        if (linesBefore == 0 || linesAfter == 0 || linesBefore + linesAfter > LONGEST) {
            differences.add(left);
            return;
        }
        DiffUtils.diff(
                        before.subList(left.beforeStart(), left.beforeEnd()),
                        after.subList(left.afterStart(), left.afterEnd()),
                        new MyersDiffWithLinearSpace<>())
                .getDeltas()
                .forEach(
                        delta -> {
                            int here = left.beforeStart() + delta.getSource().getPosition();
                            int there = left.afterStart() + delta.getTarget().getPosition();
                            differences.add(
                                    new Difference(
                                            here,
                                            here + delta.getSource().size(),
                                            there,
                                            there + delta.getTarget().size()));
                        });
    }

    private Difference withoutEqualEnds(Difference all) {
        int beforeStart = all.beforeStart();
        int afterStart = all.afterStart();
        int beforeEnd = all.beforeEnd();
        int afterEnd = all.afterEnd();
        while (beforeStart < beforeEnd
                && afterStart < afterEnd
                && before.get(beforeStart).equals(after.get(afterStart))) {
            beforeStart++;
            afterStart++;
        }
        while (beforeStart < beforeEnd
                && afterStart < afterEnd
                && before.get(beforeEnd - 1).equals(after.get(afterEnd - 1))) {
            beforeEnd--;
            afterEnd--;
        }
        return new Difference(beforeStart, beforeEnd, afterStart, afterEnd);
    }

    /**
     * Returns pairs of numbers of equal lines that occur once in both texts, both numbers
     * ascending.
     */
    private List<int[]> anchors() {
        Map<String, Integer> linesBefore = uniqueLines(before);
        Map<String, Integer> linesAfter = uniqueLines(after);
        List<int[]> pairs = new ArrayList<>();
        for (int line = 0; line < before.size(); line++) {
            Integer other = linesAfter.get(before.get(line));
            if (other != null && other >= 0 && linesBefore.get(before.get(line)) >= 0) {
                pairs.add(new int[] {line, other});
            }
        }
        return ascending(pairs);
    }

    /**
     * Returns the number of each line that occurs once in a text, and -1 for each that occurs more
     * often.
     */
    private static Map<String, Integer> uniqueLines(List<String> lines) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            numbers.merge(lines.get(line), line, (one, other) -> -1);
        }
        return numbers;
    }

    /**
     * Returns the longest subsequence with ascending second numbers; the first numbers ascend
     * already.
     */
    private static List<int[]> ascending(List<int[]> pairs) {
        int[] lowestEnd = new int[pairs.size()];
        int[] endsAt = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int found = Arrays.binarySearch(lowestEnd, 0, length, pairs.get(i)[1]);
            int place = -found - 1;
            lowestEnd[place] = pairs.get(i)[1];
            endsAt[place] = i;
            previous[i] = place == 0 ? -1 : endsAt[place - 1];
            length = Math.max(length, place + 1);
        }
        int[][] chosen = new int[length][];
        int at = length == 0 ? -1 : endsAt[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            chosen[i] = pairs.get(at);
            at = previous[at];
        }
        return List.of(chosen);
    }
}
