package io.sevguest.domain.xml;

import java.util.List;

/**
 * One change of a text: the characters from {@code start} to {@code end} are replaced by the
 * inserted ones.
 *
 * @param start offset, inclusive
 * @param end offset, exclusive
 */
public record Splice(int start, int end, String inserted) {
    /**
     * Applies splices that do not overlap and are in the order of the text; all offsets are those
     * of the original text.
     */
    public static String applyAll(List<Splice> splices, String text) {
        var out = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Splice splice : splices) {
            out.append(text, at, splice.start).append(splice.inserted);
            at = splice.end;
        }
        return out.append(text, at, text.length()).toString();
    }
}
