package io.sevguest.bytes;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;

/**
 * Reads a binary layout from its start to its end; numbers are little-endian. Each failure names
 * field, offset, expected and found.
 */
public final class ByteCursor {
    private final String source;
    private final Bytes data;
    private int offset;

    /**
     * @param source what the bytes are, for messages: a file name or the like
     */
    public ByteCursor(String source, Bytes data) {
        this.source = source;
        this.data = data;
    }

    public int offset() {
        return offset;
    }

    public int u8(String field) throws ProblemException {
        return (int) number(field, 1);
    }

    public int u16(String field) throws ProblemException {
        return (int) number(field, 2);
    }

    public long u32(String field) throws ProblemException {
        return number(field, 4);
    }

    public Bytes bytes(String field, int size) throws ProblemException {
        if (data.size() - offset < size) {
            throw failure(field, size + " bytes", (data.size() - offset) + " bytes before the end");
        }
        Bytes slice = data.slice(offset, offset + size);
        offset += size;
        return slice;
    }

    /** Requires that everything was read. */
    public void end() throws ProblemException {
        if (offset != data.size()) {
            throw failure(
                    "end",
                    data.size() - (data.size() - offset) + " bytes in all",
                    data.size() + " bytes");
        }
    }

    /** A problem with the field that was read last. */
    public ProblemException failure(String field, String expected, String found) {
        return new ProblemException(
                Problem.of(
                        source
                                + ": "
                                + field
                                + " at offset 0x"
                                + Integer.toHexString(offset)
                                + ": expected "
                                + expected
                                + ", found "
                                + found
                                + "."));
    }

    private long number(String field, int size) throws ProblemException {
        Bytes raw = bytes(field, size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | raw.at(i);
        }
        return value;
    }
}
