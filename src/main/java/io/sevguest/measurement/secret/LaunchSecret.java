package io.sevguest.measurement.secret;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.AesCtr;
import io.sevguest.session.HmacSha256;
import io.sevguest.session.TransportKeys;

/**
 * A secret on its way to one launched guest: what libvirt's {@code domsetlaunchsecstate} and QEMU's
 * {@code sev-inject-launch-secret} take. The header's MAC is HMAC-SHA-256 under the TIK of
 *
 * <pre>
 *  1 0x01
 *  4 FLAGS
 * 16 IV
 *  4 LENGTH   of the payload in the guest
 *  4 LENGTH   of the payload here, the same
 *    PAYLOAD
 * 32 MEASURE  of the launch; left out before firmware API 0.17
 * </pre>
 *
 * Source: SEV API (AMD 55766), LAUNCH_SECRET.
 *
 * @param payload encrypted by AES-128-CTR under the TEK
 */
public record LaunchSecret(LaunchSecretHeader header, Bytes payload) {
    /** The largest payload that firmware takes, in bytes. */
    public static final int LIMIT = 16_384;

    private static final long COMPRESSED = 1;

    /**
     * Encrypts a secret.
     *
     * @param plain a padded {@link SecretTable}, or bare bytes as sev-tool sends them; still the
     *     caller's
     * @param measure of the launch, 32 bytes, or none before firmware API 0.17
     * @param iv 16 random bytes, never used twice with a TEK
     * @throws ProblemException if there are more bytes than firmware takes
     */
    static LaunchSecret seal(SecretBytes plain, TransportKeys keys, Bytes measure, Bytes iv)
            throws ProblemException {
        checkSize(plain.size());
        Bytes payload = AesCtr.encrypt(keys.tek(), iv, plain);
        Bytes mac = HmacSha256.of(keys.tik(), message(0, iv, payload, measure));
        return new LaunchSecret(new LaunchSecretHeader(0, iv, mac), payload);
    }

    /**
     * Refuses more than firmware takes.
     *
     * @param size of the payload in bytes, padding counted
     */
    public static void checkSize(long size) throws ProblemException {
        if (size > LIMIT) {
            throw new ProblemException(
                    Problem.of(
                                    ("The launch secret has %,d bytes, its table and"
                                                    + " padding counted,"
                                                    + " but the firmware accepts at most %,d:"
                                                    + " %,d too many.")
                                            .formatted(size, LIMIT, size - LIMIT))
                            .withFix("Send less; nothing was written."));
        }
    }

    /** Returns whether the header's MAC belongs to this payload, these keys and this launch. */
    public boolean isAuthentic(TransportKeys keys, Bytes measure) {
        Bytes message = message(header.flags(), header.iv(), payload, measure);
        return HmacSha256.fits(keys.tik(), message, header.mac());
    }

    /**
     * Decrypts the payload after its MAC was checked.
     *
     * @param measure of the launch, 32 bytes, or none before firmware API 0.17
     * @return wiped by the caller
     * @throws ProblemException if the MAC does not fit, or the payload is compressed
     */
    public SecretBytes open(TransportKeys keys, Bytes measure) throws ProblemException {
        if (!isAuthentic(keys, measure)) {
            throw new ProblemException(
                    Problem.of(
                                    "The header's MAC does not fit: header, payload, TIK and"
                                            + " measurement do not match.")
                            .withFix(
                                    "Check that TEK and TIK are not swapped, that the measurement"
                                            + " is this launch's, and the firmware API (before 0.17"
                                            + " the measurement is left out)."));
        }
        if ((header.flags() & COMPRESSED) != 0) {
            throw new ProblemException(
                    Problem.of("The payload is compressed, which cannot be undone here."));
        }
        return AesCtr.decrypt(keys.tek(), header.iv(), payload);
    }

    private static Bytes message(long flags, Bytes iv, Bytes payload, Bytes measure) {
        return new ByteWriter()
                .u8(1)
                .u32(flags)
                .bytes(iv)
                .u32(payload.size())
                .u32(payload.size())
                .bytes(payload)
                .bytes(measure)
                .toBytes();
    }
}
