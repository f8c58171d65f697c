package io.sevguest.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A globally unique identifier, 16 bytes in UEFI's mixed-endian form: the first three groups of its
 * text are little-endian, the last two stand as they are written. Source: the conformance data's
 * README, Kernel hashes table.
 */
public record Guid(UUID value) {
    /** Bytes of every GUID. */
    public static final int SIZE = 16;

    private static final Pattern TEXT =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** A GUID known to be well-formed, such as a constant. */
    public static Guid of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Reads groups of 8, 4, 4, 4 and 12 hex digits in either case; empty if it is no such text. */
    public static Optional<Guid> parse(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new Guid(UUID.fromString(text)))
                : Optional.empty();
    }

    /** Reads the GUID at the buffer's position, whatever the buffer's byte order, and passes it. */
    public static Guid get(ByteBuffer in) {
        ByteBuffer raw = in.slice().order(ByteOrder.LITTLE_ENDIAN);
        long high = Integer.toUnsignedLong(raw.getInt()) << 32;
        high |= Short.toUnsignedLong(raw.getShort()) << 16;
        high |= Short.toUnsignedLong(raw.getShort());
        long low = raw.order(ByteOrder.BIG_ENDIAN).getLong();
        in.position(in.position() + SIZE);
        return new Guid(new UUID(high, low));
    }

    /** The 16 bytes. */
    public Bytes toBytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        long high = value.getMostSignificantBits();
        out.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
        out.order(ByteOrder.BIG_ENDIAN).putLong(value.getLeastSignificantBits());
        return Bytes.of(out.array());
    }

    /** Lower-case hex digits in five groups. */
    @Override
    public String toString() {
        return value.toString();
    }
}
