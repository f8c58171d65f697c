package io.sevguest.bytes;

import io.sevguest.problem.Count;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Immutable bytes, copied in and out; never for secrets. */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);
    private static final int PIECE = 1 << 16;

    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    public static Bytes of(byte[] values) {
        return values.length == 0 ? EMPTY : new Bytes(values.clone());
    }

    /**
     * Returns the bytes of a stream, up to a limit.
     *
     * @param told the expected size, or 0 if it is unknown. More and less are read too, but have to
     *     be put together
     */
    public static Bytes read(InputStream in, long told, int limit) throws IOException {
        byte[] whole = new byte[(int) Math.min(limit, told)];
        int size = 0;
        // By pieces: a channel's stream takes as much memory again for each.
        for (int got = 0; got >= 0 && size < whole.length; size += Math.max(0, got)) {
            got = in.read(whole, size, Math.min(PIECE, whole.length - size));
        }
        byte[] more = in.readNBytes(limit - size);
        if (size + more.length == whole.length) {
            return new Bytes(whole);
        }
        byte[] content = Arrays.copyOf(whole, size + more.length);
        System.arraycopy(more, 0, content, size, more.length);
        return new Bytes(content);
    }

    /** Bytes of lower or upper case hex digits without separators. */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public int size() {
        return values.length;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /** The byte at an index as 0 to 255. */
    public int at(int index) {
        return values[index] & 0xff;
    }

    /** The bytes from {@code start} (inclusive) to {@code end} (exclusive). */
    public Bytes slice(int start, int end) {
        return new Bytes(Arrays.copyOfRange(values, checked(start), checked(end)));
    }

    private int checked(int index) {
        if (index < 0 || index > values.length) {
            throw new IndexOutOfBoundsException(index + " of " + values.length);
        }
        return index;
    }

    public Bytes append(Bytes more) {
        byte[] joined = Arrays.copyOf(values, values.length + more.values.length);
        System.arraycopy(more.values, 0, joined, values.length, more.values.length);
        return new Bytes(joined);
    }

    public boolean allZero() {
        for (byte value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    public byte[] toArray() {
        return values.clone();
    }

    /** Lower-case hex without separators. */
    public String toHex() {
        return HexFormat.of().formatHex(values);
    }

    /** Standard base64 with padding, in one line. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(values);
    }

    /** Adds these bytes to a digest, without a copy of them. */
    public void addTo(MessageDigest digest) {
        digest.update(values);
    }

    /** The SHA-256 of these bytes, 32 bytes. */
    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(values));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Count.of(size(), "byte");
    }
}
