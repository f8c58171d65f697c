package io.sevguest.measurement.firmware;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.UUID;

/**
 * A GUID as firmware stores it, 16 bytes: the first three groups little-endian, the other two as
 * they are written.
 */
public record Guid(UUID value) {
    /** Bytes of a GUID. */
    public static final int SIZE = 16;

    /**
     * Reads the usual spelling, of either case.
     *
     * @throws IllegalArgumentException if it is not 8-4-4-4-12 hex digits
     */
    public static Guid of(String text) {
        UUID value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not 8-4-4-4-12 hex digits: " + text);
        }
        return new Guid(value);
    }

    public static Guid read(ByteCursor in, String field) throws ProblemException {
        Bytes raw = in.bytes(field, SIZE);
        return new Guid(
                new UUID(
                        number(raw, 3, 2, 1, 0, 5, 4, 7, 6),
                        number(raw, 8, 9, 10, 11, 12, 13, 14, 15)));
    }

    public Bytes toBytes() {
        long first = value.getMostSignificantBits();
        var out =
                new ByteWriter()
                        .u32(first >>> 32)
                        .u16((int) (first >>> 16) & 0xffff)
                        .u16((int) first & 0xffff);
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.u8((int) (value.getLeastSignificantBits() >>> shift) & 0xff);
        }
        return out.toBytes();
    }

    private static long number(Bytes raw, int... places) {
        long value = 0;
        for (int place : places) {
            value = value << 8 | raw.at(place);
        }
        return value;
    }

    /** The usual spelling, lower case. */
    @Override
    public String toString() {
        return value.toString();
    }
}
