package io.sevguest.session;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;

/**
 * A launch session blob, 128 bytes: the guest owner's transport keys, wrapped for one platform and
 * bound to one policy.
 *
 * <pre>
 * 0x00 16 NONCE       enters the key derivation
 * 0x10 32 WRAP_TK     TEK then TIK, AES-128-CTR under the KEK
 * 0x30 16 WRAP_IV     first counter block, big-endian
 * 0x40 32 WRAP_MAC    HMAC-SHA-256 of WRAP_TK under the KIK
 * 0x60 32 POLICY_MAC  HMAC-SHA-256 of the policy (u32, little-endian) under the TIK
 * </pre>
 *
 * Nothing in it is secret without the platform's private key. Source: SEV API (AMD 55766),
 * LAUNCH_START, session data buffer.
 *
 * @param nonce 16 bytes
 * @param wrappedKeys 32 bytes
 * @param iv 16 bytes
 * @param wrapMac 32 bytes
 * @param policyMac 32 bytes
 */
public record LaunchSession(
        Bytes nonce, Bytes wrappedKeys, Bytes iv, Bytes wrapMac, Bytes policyMac) {
    /** The size of every session blob. */
    public static final int SIZE = 128;

    /**
     * Reads a blob; its fields are random bytes to everyone but the platform, so the size is all
     * that can be wrong.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if there are not 128 bytes
     */
    public static LaunchSession parse(String source, Bytes data) throws ProblemException {
        var in = new ByteCursor(source, data);
        var session =
                new LaunchSession(
                        in.bytes("NONCE", 16),
                        in.bytes("WRAP_TK", 32),
                        in.bytes("WRAP_IV", 16),
                        in.bytes("WRAP_MAC", 32),
                        in.bytes("POLICY_MAC", 32));
        in.end();
        return session;
    }

    /**
     * Wraps transport keys for the platform with which a secret is shared.
     *
     * @param shared the x coordinate of the shared point, 48 bytes, big-endian
     * @param nonce 16 random bytes
     * @param iv 16 random bytes
     */
    static LaunchSession wrap(
            SecretBytes shared, Bytes nonce, Bytes iv, TransportKeys keys, SevPolicy policy) {
        try (SecretBytes master = KeyDerivation.masterSecret(shared, nonce);
                SecretBytes encryptionKey = KeyDerivation.encryptionKey(master);
                SecretBytes integrityKey = KeyDerivation.integrityKey(master);
                SecretBytes plain = keys.both()) {
            Bytes wrapped = AesCtr.encrypt(encryptionKey, iv, plain);
            return new LaunchSession(
                    nonce,
                    wrapped,
                    iv,
                    HmacSha256.of(integrityKey, wrapped),
                    PolicyMac.of(policy, keys.tik()));
        }
    }

    public Bytes toBytes() {
        return new ByteWriter()
                .bytes(nonce)
                .bytes(wrappedKeys)
                .bytes(iv)
                .bytes(wrapMac)
                .bytes(policyMac)
                .toBytes();
    }
}
