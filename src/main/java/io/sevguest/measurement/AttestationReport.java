package io.sevguest.measurement;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.util.Optional;

/**
 * A platform's statement about a running SEV guest, signed by its PEK: 208 bytes, numbers
 * little-endian.
 *
 * <pre>
 * 0x00  16 MNONCE         chosen by who asked
 * 0x10  32 LAUNCH_DIGEST  SHA-256 of what the guest started with
 * 0x30   4 POLICY
 * 0x34   4 SIG_USAGE      0x1002: PEK
 * 0x38   4 SIG_ALGO       2: ECDSA with SHA-256
 * 0x3c   4 RESERVED       0
 * 0x40 144 SIGNATURE      r 72, s 72, little-endian, over 0x00 to 0x33
 * </pre>
 *
 * Source: SEV API (AMD 55766), ATTESTATION, attestation report.
 *
 * @param usage code of the signing key's usage as in the report
 * @param algorithm code as in the report
 */
public record AttestationReport(
        Bytes nonce,
        Bytes launchDigest,
        SevPolicy policy,
        long usage,
        long algorithm,
        long reserved,
        Bytes signature) {
    /** 208 bytes. */
    public static final int SIZE = 0xd0;

    /** Bytes of the nonce. */
    public static final int NONCE = 16;

    /** Bytes of the launch digest. */
    public static final int DIGEST = 32;

    private static final int SIGNATURE = 144;

    /**
     * Reads a report without judging its values.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if there are not 208 bytes
     */
    public static AttestationReport parse(String source, Bytes data) throws ProblemException {
        var in = new ByteCursor(source, data);
        var report =
                new AttestationReport(
                        in.bytes("MNONCE", NONCE),
                        in.bytes("LAUNCH_DIGEST", DIGEST),
                        new SevPolicy((int) in.u32("POLICY")),
                        in.u32("SIG_USAGE"),
                        in.u32("SIG_ALGO"),
                        in.u32("RESERVED"),
                        in.bytes("SIGNATURE", SIGNATURE));
        in.end();
        return report;
    }

    public Bytes toBytes() {
        return new ByteWriter()
                .bytes(signed())
                .u32(usage)
                .u32(algorithm)
                .u32(reserved)
                .bytes(signature)
                .toBytes();
    }

    /** The bytes that the signature covers. */
    Bytes signed() {
        return new ByteWriter().bytes(nonce).bytes(launchDigest).u32(policy.toDecimal()).toBytes();
    }

    /**
     * Returns the reason why the report was not signed by this PEK; empty if it was. Whether the
     * PEK is that of a platform, only its chain proves.
     *
     * @return a phrase without a period
     */
    public Optional<String> fault(SevCertificate pek) {
        Optional<String> unfit = pek.obstacleAs(KeyUsage.PEK);
        if (unfit.isPresent()) {
            return unfit;
        }
        if (usage != KeyUsage.PEK.code()) {
            return Optional.of(
                    "the report is signed as %s, not PEK".formatted(KeyUsage.text(usage)));
        }
        if (algorithm != KeyAlgorithm.ECDSA_SHA256.code()) {
            return Optional.of(
                    "the signature's algorithm is %s, not ECDSA_SHA256"
                            .formatted(KeyAlgorithm.text(algorithm)));
        }
        if (reserved != 0) {
            return Optional.of("the reserved bytes at offset 0x3c are not zero");
        }
        return pek.ecKey().verifies(KeyAlgorithm.ECDSA_SHA256, signed(), signature)
                ? Optional.empty()
                : Optional.of("bad signature under the key of the PEK");
    }
}
