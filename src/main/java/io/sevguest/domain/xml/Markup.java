package io.sevguest.domain.xml;

import java.util.Arrays;

/**
 * The comments, processing instructions and CDATA sections of a text, as its parser found them:
 * pairs of offsets in the order of the text.
 */
public final class Markup {
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    /**
     * Adds markup after everything added before.
     *
     * @param start offset of the {@code <}
     * @param end offset after the {@code >}
     */
    public void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    /** Returns the number of entries. */
    public int count() {
        return count;
    }

    /** Returns the start of an entry, counted from 0 in the order of the text. */
    public int start(int index) {
        return starts[index];
    }

    /** Returns the end of an entry, counted from 0 in the order of the text. */
    public int end(int index) {
        return ends[index];
    }

    /** Returns the end of the entry that starts at an offset; negative if none starts there. */
    public int endAt(int offset) {
        int index = Arrays.binarySearch(starts, 0, count, offset);
        return index < 0 ? -1 : ends[index];
    }
}
