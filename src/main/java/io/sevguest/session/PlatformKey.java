package io.sevguest.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.Curve;
import io.sevguest.certificate.EcKey;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.security.interfaces.ECPublicKey;

/**
 * A platform's Diffie-Hellman key (PDH), for which a session can be made. Whether it is a genuine
 * platform's is another question: that is proved by its chain.
 *
 * @param certificate of usage PDH, version 1, with a point on P-384
 * @param key the same point
 */
public record PlatformKey(SevCertificate certificate, ECPublicKey key) {
    private static final String REMEDY =
            "Give the PDH certificate as the platform exports it; in a file of sevctl export it is"
                    + " the first.";

    /**
     * Takes the key of a PDH certificate.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if the certificate is of another usage, version, algorithm or curve,
     *     its point is not on the curve, or it is a guest owner's
     */
    public static PlatformKey of(String source, SevCertificate certificate)
            throws ProblemException {
        checkHeader(source, certificate);
        EcKey key = certificate.ecKey();
        refuse(
                source,
                key.curve() != Curve.P384.code(),
                "The key is on %s, but SEV uses P-384.".formatted(Curve.text(key.curve())));
        refuse(
                source,
                !key.isOnCurve(),
                "The public key of the certificate is not a point on the curve P-384: a byte was"
                        + " changed.");
        refuse(
                source,
                OwnSignature.isOn(certificate),
                "This certificate is signed by its own key: it is a guest owner's (GODH), not a"
                        + " platform's PDH.");
        return new PlatformKey(certificate, key.toPublicKey());
    }

    private static void checkHeader(String source, SevCertificate certificate)
            throws ProblemException {
        refuse(
                source,
                !certificate.isUsage(KeyUsage.PDH),
                "The usage of this certificate is %s (0x%x), but a session is made for a PDH (0x1003)."
                        .formatted(KeyUsage.text(certificate.usage()), certificate.usage()));
        refuse(
                source,
                certificate.version() != 1,
                "The certificate's version is %d, but only version 1 exists."
                        .formatted(certificate.version()));
        refuse(
                source,
                KeyAlgorithm.of(certificate.algorithm()).filter(KeyAlgorithm::isEcdh).isEmpty(),
                "The key algorithm is %s, but the key of a PDH is for ECDH."
                        .formatted(KeyAlgorithm.text(certificate.algorithm())));
    }

    private static void refuse(String source, boolean wrong, String what) throws ProblemException {
        if (wrong) {
            throw new ProblemException(new Problem(what, source, REMEDY));
        }
    }

    /** The SHA-256 of the certificate's 2084 bytes, by which notes name the platform. */
    public Bytes fingerprint() {
        return certificate.toBytes().sha256();
    }
}
