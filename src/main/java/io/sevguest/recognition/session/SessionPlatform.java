package io.sevguest.recognition.session;

import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.ChainVerdict;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.Root;
import io.sevguest.certificate.chain.SuppliedCertificate;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.PlatformKey;
import java.security.cert.CertPathValidatorException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A platform for which sessions may be made: its chain was verified, or somebody chose to do
 * without.
 *
 * @param root to which its chain leads; empty if it is unknown whose key this is
 */
public record SessionPlatform(PlatformKey key, Optional<Root> root) {
    /** The risk of an unverified chain. */
    public static final String RISK =
            "Without its chain it is unknown whose key this is: whoever made it can read"
                    + " the keys of"
                    + " the session, and so all secrets and the memory of the guest.";

    /**
     * A platform whose chain leads to a trusted root.
     *
     * @param source the files, for messages
     * @param verdict on these certificates
     * @throws ProblemException if there is no PDH; with a {@link CertPathValidatorException} as its
     *     cause if any link fails or cannot be checked
     */
    public static SessionPlatform verified(
            String source, PlatformCertificates certificates, ChainVerdict verdict)
            throws ProblemException {
        if (certificates.pdh().isEmpty()) {
            throw noPdh(source, certificates);
        }
        if (!verdict.valid()) {
            throw new ProblemException(
                    new Problem(
                            "The chain of this platform is not valid, so no session is made for"
                                    + " it: "
                                    + reasons(verdict)
                                    + ".",
                            source,
                            "Ask the platform's administrator for a new export; sevguest verify"
                                    + " shows each link."),
                    new CertPathValidatorException(reasons(verdict)));
        }
        return new SessionPlatform(
                PlatformKey.of(source, certificates.pdh().get()), verdict.root());
    }

    /**
     * Returns a platform of which only the PDH is used; the caller has explained the risk.
     *
     * @param source the file, for messages
     * @throws ProblemException if there is no usable PDH
     */
    public static SessionPlatform unverified(String source, PlatformCertificates certificates)
            throws ProblemException {
        return new SessionPlatform(key(source, certificates), Optional.empty());
    }

    private static String reasons(ChainVerdict verdict) {
        String links =
                verdict.links().entrySet().stream()
                        .filter(link -> !link.getValue().isGood())
                        .map(link -> link.getKey().toText() + " " + link.getValue().toText())
                        .collect(Collectors.joining("; "));
        return links.isEmpty() ? "its root is not a trusted one" : links;
    }

    private static PlatformKey key(String source, PlatformCertificates certificates)
            throws ProblemException {
        Optional<SevCertificate> pdh = certificates.pdh();
        if (pdh.isEmpty()) {
            throw noPdh(source, certificates);
        }
        return PlatformKey.of(source, pdh.get());
    }

    private static ProblemException noPdh(String source, PlatformCertificates certificates) {
        if (certificates.given(KeyUsage.PDH) instanceof SuppliedCertificate.Broken broken) {
            return noPdh(source, "The PDH certificate cannot be used: " + broken.why() + ".");
        }
        List<String> found =
                certificates.toChain().certificates().stream()
                        .map(certificate -> KeyUsage.text(certificate.usage()))
                        .toList();
        return noPdh(
                source,
                "A session is made for a PDH certificate (0x1003), but this is %s."
                        .formatted(String.join(", ", found)));
    }

    private static ProblemException noPdh(String source, String what) {
        return new ProblemException(
                new Problem(
                        what,
                        source,
                        "Give the PDH certificate as the platform exports it; in a file of sevctl"
                                + " export it is the first."));
    }
}
