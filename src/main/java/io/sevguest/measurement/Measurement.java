package io.sevguest.measurement;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.HmacSha256;

/**
 * A launch measurement of SEV and SEV-ES, 48 bytes: what a platform says a guest started with.
 *
 * <pre>
 * 0x00 32 MEASURE  HMAC-SHA-256 under the TIK
 * 0x20 16 MNONCE   made by the platform
 * </pre>
 *
 * The HMAC is over {@code 0x04, API major, API minor, build, policy (u32, little-endian), launch
 * digest 32, MNONCE 16}; firmware before API 0.17 leaves out the first four bytes. Source: SEV API
 * (AMD 55766), LAUNCH_MEASURE.
 *
 * @param measure 32 bytes
 * @param nonce 16 bytes
 */
public record Measurement(Bytes measure, Bytes nonce) {
    /** Bytes of the HMAC. */
    public static final int MEASURE = 32;

    /** Bytes of the nonce. */
    public static final int NONCE = 16;

    /** Bytes of a measurement. */
    public static final int SIZE = MEASURE + NONCE;

    private static final int CONTEXT = 0x04;

    public Measurement {
        if (measure.size() != MEASURE || nonce.size() != NONCE) {
            throw new IllegalArgumentException("a measurement is 32 and 16 bytes");
        }
    }

    /**
     * Reads a measurement.
     *
     * @throws ProblemException if there are not 48 bytes
     */
    public static Measurement parse(String source, Bytes data) throws ProblemException {
        if (data.size() != SIZE) {
            throw new ProblemException(
                    new Problem(
                            ("A measurement has 48 bytes, 32 of the HMAC and 16 of the nonce, but"
                                            + " this has %d.")
                                    .formatted(data.size()),
                            source,
                            data.size() == MEASURE
                                    ? "The nonce is missing: specify everything that the host"
                                            + " reported (64"
                                            + " characters of base64)."
                                    : "Copy it again, whole: 64 characters of base64."));
        }
        return new Measurement(data.slice(0, MEASURE), data.slice(MEASURE, SIZE));
    }

    /**
     * The measurement that a platform gives for a guest.
     *
     * @param tik 16 bytes
     * @param digest the launch digest, 32 bytes
     * @param nonce 16 bytes
     */
    public static Measurement of(
            SecretBytes tik, FirmwareApi api, SevPolicy policy, Bytes digest, Bytes nonce) {
        return new Measurement(HmacSha256.of(tik, message(api, policy, digest, nonce)), nonce);
    }

    /** Returns whether this is the measurement of a guest, compared in constant time. */
    public boolean fits(SecretBytes tik, FirmwareApi api, SevPolicy policy, Bytes digest) {
        return HmacSha256.fits(tik, message(api, policy, digest, nonce), measure);
    }

    private static Bytes message(FirmwareApi api, SevPolicy policy, Bytes digest, Bytes nonce) {
        var message = new ByteWriter();
        if (!api.isBefore017()) {
            message.u8(CONTEXT).u8(api.major()).u8(api.minor()).u8(api.build());
        }
        return message.u32(policy.toDecimal()).bytes(digest).bytes(nonce).toBytes();
    }

    public Bytes toBytes() {
        return measure.append(nonce);
    }
}
