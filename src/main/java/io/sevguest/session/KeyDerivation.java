package io.sevguest.session;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import java.nio.charset.StandardCharsets;

/**
 * The firmware's key derivation: the first block of a KDF in counter mode with HMAC-SHA-256, cut to
 * 16 bytes. The message is
 *
 * <pre>
 * 4  COUNTER  1, little-endian
 *    LABEL    ASCII
 * 1           0
 *    CONTEXT
 * 4  BITS     128, little-endian
 * </pre>
 *
 * Counter and size are little-endian, so a library's KDF in counter mode does not fit.
 *
 * <p>Source: SEV API (AMD 55766), key derivation function; sev-tool 1.7, src/crypto.cpp, {@code
 * kdf}; sev crate 7.1, src/session/key.rs.
 */
final class KeyDerivation {
    /** Bytes of every derived key. */
    static final int SIZE = 16;

    private KeyDerivation() {}

    /**
     * The master secret that guest owner and platform share.
     *
     * @param shared the x coordinate of the shared point, big-endian
     * @param nonce of the session, 16 bytes
     */
    static SecretBytes masterSecret(SecretBytes shared, Bytes nonce) {
        return derive(shared, "sev-master-secret", nonce);
    }

    /** The key encryption key (KEK), under which the transport keys travel. */
    static SecretBytes encryptionKey(SecretBytes masterSecret) {
        return derive(masterSecret, "sev-kek", Bytes.of(new byte[0]));
    }

    /** The key integrity key (KIK), under which the wrapped keys are authenticated. */
    static SecretBytes integrityKey(SecretBytes masterSecret) {
        return derive(masterSecret, "sev-kik", Bytes.of(new byte[0]));
    }

    /** A key of 16 bytes; the caller wipes it. */
    static SecretBytes derive(SecretBytes key, String label, Bytes context) {
        try (SecretBytes block = HmacSha256.secret(key, message(label, context))) {
            return block.slice(0, SIZE);
        }
    }

    /** Returns the message from which the code is computed. */
    static Bytes message(String label, Bytes context) {
        return new ByteWriter()
                .u32(1)
                .bytes(Bytes.of(label.getBytes(StandardCharsets.US_ASCII)))
                .u8(0)
                .bytes(context)
                .u32(8 * SIZE)
                .toBytes();
    }
}
