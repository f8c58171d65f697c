package io.sevguest.bytes;

import io.sevguest.problem.Count;
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

    /** Returns the offset of the field that was read last, or that could not be read. */
    private int field;

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

    public int u8(String name) throws ProblemException {
        return (int) number(name, 1);
    }

    public int u16(String name) throws ProblemException {
        return (int) number(name, 2);
    }

    public long u32(String name) throws ProblemException {
        return number(name, 4);
    }

    public Bytes bytes(String name, int size) throws ProblemException {
        field = offset;
        int left = data.size() - offset;
        if (left < size) {
            throw failure(name, bytes(size), bytes(left) + " before the end");
        }
        Bytes slice = data.slice(offset, offset + size);
        offset += size;
        return slice;
    }

    /** Requires that everything was read. */
    public void end() throws ProblemException {
        field = offset;
        if (offset != data.size()) {
            throw failure("end", bytes(offset) + " in all", bytes(data.size()));
        }
    }

    /** Returns a problem with the field that was read last; the offset is the one of its start. */
    public ProblemException failure(String name, String expected, String found) {
        return new ProblemException(
                Problem.of(
                        source
                                + ": "
                                + name
                                + " at offset 0x"
                                + Integer.toHexString(field)
                                + ": expected "
                                + expected
                                + ", found "
                                + found
                                + "."));
    }

    private static String bytes(int size) {
        return Count.of(size, "byte");
    }

    private long number(String name, int size) throws ProblemException {
        Bytes raw = bytes(name, size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | raw.at(i);
        }
        return value;
    }
}
