package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.Curve;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.CertificateChain;
import io.sevguest.problem.Count;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.bundle.LaunchBundle;
import io.sevguest.recognition.content.ChainContent;
import io.sevguest.recognition.content.Defect;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.OtherContent;
import io.sevguest.recognition.content.RecognizedContent;
import io.sevguest.recognition.content.SessionContent;
import io.sevguest.recognition.content.TruncatedCertificateContent;
import io.sevguest.recognition.content.X509Content;
import io.sevguest.session.LaunchSession;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recognizes bytes that are not wrapped in any layer of text. */
final class BinaryRecognition {
    /** A certificate whose header is damaged is still one if so many of its values make sense. */
    private static final int ENOUGH_SIGNS = 3;

    private static final int DER_SEQUENCE = 0x30;

    private BinaryRecognition() {}

    /**
     * The content that was recognized in the bytes.
     *
     * @param defects of the file, beside those of the content
     */
    record Outcome(RecognizedContent content, List<Defect> defects) {
        static Outcome of(RecognizedContent content) {
            return new Outcome(content, content.defects());
        }

        Outcome with(Defect defect) {
            List<Defect> more = new ArrayList<>(defects);
            more.add(defect);
            return new Outcome(content, more);
        }
    }

    static Outcome of(Bytes data) {
        CertificateChain.Scan scan = CertificateChain.scan(data);
        int whole = scan.chain().certificates().size();
        if (whole > 1 || (whole == 1 && beginsCertificate(scan.rest()))) {
            return chain(scan);
        }
        if (whole == 1) {
            return single(scan);
        }
        return TruncatedCertificateContent.of(data)
                .map(Outcome::of)
                .or(() -> damaged(data))
                .or(() -> x509(data))
                .or(() -> session(data))
                .orElseGet(() -> unknown(data));
    }

    private static boolean beginsCertificate(Bytes data) {
        return AmdCertificate.announcedSize(data).isPresent();
    }

    private static Outcome chain(CertificateChain.Scan scan) {
        Outcome outcome = Outcome.of(ChainContent.of(scan.chain()));
        if (scan.rest().isEmpty()) {
            return outcome;
        }
        Bytes whole = scan.chain().toBytes();
        String rest =
                beginsCertificate(scan.rest())
                        ? "The last certificate of the chain is truncated: it has %s."
                                .formatted(Count.of(scan.rest().size(), "byte"))
                        : extraBytes(scan.rest()) + " after the last certificate of the chain.";
        return outcome.with(
                new Defect(
                        rest,
                        "Leave these bytes out, or ask for the chain again.",
                        Optional.of(whole)));
    }

    private static Outcome single(CertificateChain.Scan scan) {
        AmdCertificate certificate = scan.chain().certificates().get(0);
        Outcome outcome = Outcome.of(RecognizedContent.of(certificate));
        if (scan.rest().isEmpty()) {
            return outcome;
        }
        return outcome.with(
                new Defect(
                        extraBytes(scan.rest()) + " after the end of the certificate.",
                        "Remove the rest: the certificate is the first %,d bytes."
                                .formatted(certificate.toBytes().size()),
                        Optional.of(certificate.toBytes())));
    }

    private static String extraBytes(Bytes rest) {
        return (rest.size() == 1 ? "There is " : "There are ")
                + Count.of(rest.size(), "extra byte");
    }

    /** A certificate of the right size with values in its header that do not belong there. */
    private static Optional<Outcome> damaged(Bytes data) {
        boolean ca = CaCertificate.isSize(data.size()) && CaCertificate.hasCaHeader(data);
        boolean sev = data.size() == SevCertificate.SIZE && signs(data) >= ENOUGH_SIGNS;
        return ca || sev
                ? Optional.of(Outcome.of(RecognizedContent.of(parse(data))))
                : Optional.empty();
    }

    /** Returns how many values in the header of an SEV certificate are plausible. */
    private static int signs(Bytes data) {
        var certificate = (SevCertificate) parse(data);
        int signs = certificate.version() == 1 ? 1 : 0;
        signs += certificate.usage() > 0 && KeyUsage.of(certificate.usage()).isPresent() ? 1 : 0;
        signs +=
                certificate.algorithm() > 0 && KeyAlgorithm.of(certificate.algorithm()).isPresent()
                        ? 1
                        : 0;
        signs += Curve.of(certificate.ecKey().curve()).isPresent() ? 1 : 0;
        return signs;
    }

    private static AmdCertificate parse(Bytes data) {
        try {
            return AmdCertificate.parse("certificate", data);
        } catch (ProblemException sizeWasChecked) {
            throw new IllegalStateException(sizeWasChecked);
        }
    }

    private static Optional<Outcome> x509(Bytes data) {
        if (data.isEmpty() || data.at(0) != DER_SEQUENCE || !DerDepth.isBounded(data)) {
            return Optional.empty();
        }
        List<X509Certificate> found = new ArrayList<>();
        try {
            var in = new ByteArrayInputStream(data.toArray());
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
        } catch (CertificateException | StackOverflowError anotherDerFile) {
            // The JDK's parser may find further levels in bytes that did not look like DER.
            return Optional.empty();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(new X509Content(found)));
    }

    private static Optional<Outcome> session(Bytes data) {
        if (data.size() != LaunchSession.SIZE || data.allZero()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Outcome.of(new SessionContent(LaunchSession.parse("session", data))));
        } catch (ProblemException sizeWasChecked) {
            throw new IllegalStateException(sizeWasChecked);
        }
    }

    private static Outcome unknown(Bytes data) {
        if (LaunchBundle.isZip(data)) {
            return bundle(data);
        }
        Outcome unknown = Outcome.of(OtherContent.UNKNOWN);
        if (!data.isEmpty() && data.allZero()) {
            return unknown.with(
                    Defect.of(
                            data.size() == 1
                                    ? "The only byte is zero: nothing was written here."
                                    : "All %,d bytes are zero: nothing was written here."
                                            .formatted(data.size()),
                            "Ask for the file again."));
        }
        return headless(data).or(() -> sizeHint(data)).map(unknown::with).orElse(unknown);
    }

    private static Outcome bundle(Bytes data) {
        Outcome zip = Outcome.of(new OtherContent(Kind.UNKNOWN, "launch parameters, a zip file"));
        try {
            LaunchBundle.parse("zip", data);
            return zip;
        } catch (ProblemException refused) {
            return Outcome.of(new OtherContent(Kind.UNKNOWN, "zip file"))
                    .with(Defect.of(refused.problem().what(), refused.problem().fix()));
        }
    }

    private static Optional<Defect> headless(Bytes data) {
        return HeadlessChain.of(data)
                .map(
                        chain ->
                                Defect.of(
                                        ("It ends with a %s, but what stands before has not the"
                                                        + " header of a certificate; it may"
                                                        + " have been the"
                                                        + " %s.")
                                                .formatted(
                                                        ChainContent.of(chain.rest().chain())
                                                                .summary(),
                                                        chain.lost()),
                                        "Ask for the chain again."));
    }

    private static Optional<Defect> sizeHint(Bytes data) {
        int over = data.size() - LaunchSession.SIZE;
        if (over != 0 && Math.abs(over) <= 2) {
            Optional<Bytes> remedy =
                    over > 0 && isLineEnd(data.slice(LaunchSession.SIZE, data.size()))
                            ? Optional.of(data.slice(0, LaunchSession.SIZE))
                            : Optional.empty();
            String end = remedy.isPresent() ? ", and it ends with a line end" : "";
            return Optional.of(
                    new Defect(
                            "A session blob has 128 bytes; this file has %d%s."
                                    .formatted(data.size(), end),
                            "Ask for the session blob again, and copy it as binary.",
                            remedy));
        }
        return data.size() == SevCertificate.SIZE
                ? Optional.of(
                        Defect.of(
                                "The file has the 2,084 bytes of an SEV certificate, but not its"
                                        + " header.",
                                "Ask for the certificate again."))
                : Optional.empty();
    }

    private static boolean isLineEnd(Bytes data) {
        return data.equals(Bytes.ofHex("0a")) || data.equals(Bytes.ofHex("0d0a"));
    }
}
