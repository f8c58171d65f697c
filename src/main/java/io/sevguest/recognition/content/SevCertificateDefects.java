package io.sevguest.recognition.content;

import io.sevguest.certificate.Curve;
import io.sevguest.certificate.EcKey;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.ReservedBytes;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureSlot;
import io.sevguest.certificate.chain.PdhOrigin;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The defects of an SEV certificate, as far as they can be seen in the certificate itself. */
final class SevCertificateDefects {
    private static final String AGAIN = "Ask for the certificate again.";

    private final SevCertificate certificate;
    private final boolean ownSignature;
    private final Optional<KeyUsage> usage;
    private final List<Defect> defects = new ArrayList<>();

    private SevCertificateDefects(SevCertificate certificate, boolean ownSignature) {
        this.certificate = certificate;
        this.ownSignature = ownSignature;
        this.usage = KeyUsage.of(certificate.usage());
    }

    static List<Defect> of(SevCertificate certificate, boolean ownSignature) {
        var check = new SevCertificateDefects(certificate, ownSignature);
        check.header();
        check.algorithm();
        if (!certificate.hasRsaKey()) {
            check.point();
        }
        check.signers();
        check.signedByItself();
        return List.copyOf(check.defects);
    }

    private void header() {
        if (certificate.version() != 1) {
            add(
                    "The certificate's version is %d (offset 0x0), but only version 1 exists."
                            .formatted(certificate.version()));
        }
        ReservedBytes.notZero(certificate).forEach(this::add);
        if (usage.isEmpty() || !EnumSet.range(KeyUsage.OCA, KeyUsage.CEK).contains(usage.get())) {
            add(
                    ("The usage at offset 0x8 is %s, but an SEV certificate is one of OCA (0x1001),"
                                    + " PEK (0x1002), PDH (0x1003) and CEK (0x1004).")
                            .formatted(KeyUsage.text(certificate.usage())));
        }
    }

    private void algorithm() {
        Optional<KeyAlgorithm> algorithm = KeyAlgorithm.of(certificate.algorithm());
        boolean fits =
                algorithm.isPresent()
                        && switch (usage.orElse(KeyUsage.INVALID)) {
                            case PDH -> algorithm.get().isEcdh();
                            case PEK, CEK -> algorithm.get().isEcdsa();
                            case OCA -> algorithm.get().isEcdsa() || algorithm.get().isRsa();
                            default -> true;
                        };
        if (!fits) {
            add(
                    "The key algorithm at offset 0xc is %s, which does not fit the usage %s."
                            .formatted(
                                    KeyAlgorithm.text(certificate.algorithm()),
                                    KeyUsage.text(certificate.usage())));
        }
    }

    private void point() {
        EcKey key = certificate.ecKey();
        Optional<Curve> curve = Curve.of(key.curve());
        if (curve.isEmpty()) {
            add(
                    "The curve at offset 0x10 is %s, but SEV uses P-384 (2)."
                            .formatted(Curve.text(key.curve())));
            return;
        }
        if (curve.get() != Curve.P384) {
            add(
                    "The curve at offset 0x10 is %s, but SEV uses P-384."
                            .formatted(curve.get().words()));
        }
        if (!key.isOnCurve()) {
            add(
                    "The public key (offset 0x14) is not a point on the curve %s: the certificate"
                                    .formatted(curve.get().words())
                            + " is damaged.");
        }
    }

    private void signers() {
        Set<KeyUsage> wanted =
                switch (usage.orElse(KeyUsage.INVALID)) {
                    case OCA -> Set.of(KeyUsage.OCA);
                    case PEK -> Set.of(KeyUsage.OCA, KeyUsage.CEK);
                    case PDH -> Set.of(KeyUsage.PEK);
                    case CEK -> Set.of(KeyUsage.ASK);
                    default -> Set.of();
                };
        Set<KeyUsage> present = EnumSet.noneOf(KeyUsage.class);
        for (SignatureSlot slot : certificate.signatures()) {
            Optional<KeyUsage> signer = KeyUsage.of(slot.usage());
            if (signer.isEmpty() || !wanted.contains(signer.get())) {
                add(
                        "A signature names %s as its signer, which never signs a certificate of"
                                        .formatted(KeyUsage.text(slot.usage()))
                                + " usage %s.".formatted(KeyUsage.text(certificate.usage())));
            }
            signer.ifPresent(present::add);
        }
        for (KeyUsage signer : wanted) {
            if (!present.contains(signer) && !certificate.isUsage(KeyUsage.PDH)) {
                add(
                        "The signature of the %s is missing."
                                .formatted(signer.name() + " (" + signer.words() + ")"));
            }
        }
    }

    private void signedByItself() {
        if (!certificate.hasRsaKey() && !certificate.ecKey().isOnCurve()) {
            return;
        }
        boolean signed = !certificate.signatures().isEmpty();
        if (certificate.isUsage(KeyUsage.OCA) && signed && !ownSignature) {
            add(
                    "The signature does not verify under the certificate's own key, but an owner CA"
                            + " signs itself: a byte was changed.");
        }
        if (certificate.isUsage(KeyUsage.PDH)
                && PdhOrigin.of(certificate, ownSignature) == PdhOrigin.UNCLEAR) {
            add(
                    signed
                            ? "It has no API version, as a guest owner's certificate has none, but"
                                    + " its signature does not verify under its own key: a byte was"
                                    + " changed, or another key signed. The firmware does not look"
                                    + " at this signature."
                            : "It has an API version, as a platform's PDH has, but nobody signed"
                                    + " it.");
        }
    }

    private void add(String what) {
        defects.add(Defect.of(what, AGAIN));
    }
}
