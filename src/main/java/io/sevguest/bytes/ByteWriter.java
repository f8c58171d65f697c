package io.sevguest.bytes;

import java.io.ByteArrayOutputStream;

/** Writes a binary layout; numbers are little-endian. */
public final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ByteWriter u8(int value) {
        return number(value, 1);
    }

    public ByteWriter u16(int value) {
        return number(value, 2);
    }

    public ByteWriter u32(long value) {
        return number(value, 4);
    }

    public ByteWriter bytes(Bytes value) {
        out.writeBytes(value.toArray());
        return this;
    }

    public Bytes toBytes() {
        return Bytes.of(out.toByteArray());
    }

    private ByteWriter number(long value, int size) {
        if (value < 0 || value >= 1L << (8 * size)) {
            throw new IllegalArgumentException(value + " does not fit " + size + " bytes");
        }
        for (int i = 0; i < size; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}
