package io.sevguest.domain.xml;

import java.util.Arrays;

/**
 * The offsets at which the lines of a text begin, for fast conversion of offsets to line numbers.
 */
public final class LineIndex {
    /** Offsets of the first characters of all lines but the first, in ascending order. */
    private final int[] starts;

    private LineIndex(int[] starts) {
        this.starts = starts;
    }

    /** Returns the index of a text, whose lines end with LF, CRLF or a CR alone. */
    public static LineIndex of(String text) {
        int[] starts = new int[16];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n'
                    || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = i + 1;
            }
        }
        return new LineIndex(Arrays.copyOf(starts, count));
    }

    /** Returns the line of an offset, from 1. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 2 : -found;
    }
}
