package io.sevguest.measurement.secret;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;

/**
 * Header of the packet that carries a launch secret: 52 bytes, little-endian.
 *
 * <pre>
 * 0x00  4 FLAGS  bit 0: compressed
 * 0x04 16 IV     first counter block, AES-128-CTR under the TEK
 * 0x14 32 MAC    HMAC-SHA-256 under the TIK
 * </pre>
 *
 * Source: SEV API (AMD 55766), LAUNCH_SECRET, packet header buffer.
 *
 * @param iv 16 bytes
 * @param mac 32 bytes
 */
public record LaunchSecretHeader(long flags, Bytes iv, Bytes mac) {
    /** The size of every header. */
    public static final int SIZE = 52;

    /**
     * Reads a header without judging its values.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if there are not 52 bytes
     */
    public static LaunchSecretHeader parse(String source, Bytes data) throws ProblemException {
        var in = new ByteCursor(source, data);
        var header =
                new LaunchSecretHeader(in.u32("FLAGS"), in.bytes("IV", 16), in.bytes("MAC", 32));
        in.end();
        return header;
    }

    public Bytes toBytes() {
        return new ByteWriter().u32(flags).bytes(iv).bytes(mac).toBytes();
    }
}
