package io.sevguest.domain;

import io.sevguest.document.Delta;
import io.sevguest.domain.xml.XmlEncoding;
import java.util.ArrayList;
import java.util.List;

/**
 * The change of a text in one step, as splices: only the differing lines are kept, never the whole
 * text.
 */
final class TextDelta implements Delta<DomainText> {
    private record Change(int beforeStart, String before, int afterStart, String after) {}

    private final XmlEncoding encodingBefore;
    private final XmlEncoding encodingAfter;
    private final List<Change> changes;

    private TextDelta(XmlEncoding encodingBefore, XmlEncoding encodingAfter, List<Change> changes) {
        this.encodingBefore = encodingBefore;
        this.encodingAfter = encodingAfter;
        this.changes = changes;
    }

    static TextDelta between(DomainText before, DomainText after) {
        return new TextDelta(
                before.encoding(), after.encoding(), changes(before.text(), after.text()));
    }

    @Override
    public DomainText undo(DomainText after) {
        var text = new StringBuilder(after.text());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            int start = change.afterStart();
            text.replace(start, start + change.after().length(), change.before());
        }
        return DomainText.ofText(text.toString(), encodingBefore);
    }

    @Override
    public DomainText redo(DomainText before) {
        var text = new StringBuilder(before.text());
        for (int i = changes.size() - 1; i >= 0; i--) {
            Change change = changes.get(i);
            int start = change.beforeStart();
            text.replace(start, start + change.before().length(), change.after());
        }
        return DomainText.ofText(text.toString(), encodingAfter);
    }

    /** Returns the number of characters that the step keeps. */
    int size() {
        return changes.stream()
                .mapToInt(change -> change.before().length() + change.after().length())
                .sum();
    }

    private static List<Change> changes(String before, String after) {
        int prefix = commonPrefix(before, after);
        int suffix = commonSuffix(before, after, prefix);
        List<String> linesBefore = lines(before.substring(prefix, before.length() - suffix));
        List<String> linesAfter = lines(after.substring(prefix, after.length() - suffix));
        int[] offsetsBefore = offsets(linesBefore, prefix);
        int[] offsetsAfter = offsets(linesAfter, prefix);
        return new LineAlignment(linesBefore, linesAfter)
                .differences().stream()
                        .map(
                                it ->
                                        new Change(
                                                offsetsBefore[it.beforeStart()],
                                                joined(
                                                        linesBefore,
                                                        it.beforeStart(),
                                                        it.beforeEnd()),
                                                offsetsAfter[it.afterStart()],
                                                joined(linesAfter, it.afterStart(), it.afterEnd())))
                        .toList();
    }

    private static String joined(List<String> lines, int from, int to) {
        return String.join("", lines.subList(from, to));
    }

    private static int commonPrefix(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int i = 0;
        while (i < limit && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int limit = Math.min(a.length(), b.length()) - prefix;
        int i = 0;
        while (i < limit && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i;
    }

    /** Returns the lines, each with its line end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static int[] offsets(List<String> lines, int start) {
        int[] offsets = new int[lines.size() + 1];
        offsets[0] = start;
        for (int i = 0; i < lines.size(); i++) {
            offsets[i + 1] = offsets[i] + lines.get(i).length();
        }
        return offsets;
    }
}
