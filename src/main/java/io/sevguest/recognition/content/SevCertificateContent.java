package io.sevguest.recognition.content;

import io.sevguest.certificate.Curve;
import io.sevguest.certificate.EcKey;
import io.sevguest.certificate.KeyAlgorithm;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.SignatureSlot;
import io.sevguest.certificate.chain.PdhOrigin;
import java.util.ArrayList;
import java.util.List;

/**
 * An SEV certificate of 2084 bytes.
 *
 * @param ownSignature whether a signature verifies under the certificate's own key
 */
public record SevCertificateContent(SevCertificate certificate, boolean ownSignature)
        implements RecognizedContent {
    private static final int KEY = 0x10;
    private static final int SIGNATURE_1 = 0x414;
    private static final int SIGNATURE_2 = SIGNATURE_1 + SignatureSlot.SIZE;

    static SevCertificateContent of(SevCertificate certificate) {
        return new SevCertificateContent(certificate, OwnSignature.isOn(certificate));
    }

    /** Whose key it is, if the usage is PDH. */
    public PdhOrigin origin() {
        return PdhOrigin.of(certificate, ownSignature);
    }

    @Override
    public Kind kind() {
        return Kind.SEV_CERTIFICATE;
    }

    @Override
    public String summary() {
        if (!certificate.isUsage(KeyUsage.PDH)) {
            return KeyUsage.text(certificate.usage())
                    + " certificate"
                    + KeyUsage.of(certificate.usage())
                            .map(usage -> " (" + usage.words() + ")")
                            .orElse("");
        }
        return switch (origin()) {
            case GUEST_OWNER -> "GODH certificate (Diffie-Hellman key of a guest owner)";
            case PLATFORM -> "PDH certificate (Diffie-Hellman key of a platform)";
            case UNCLEAR -> "certificate with usage PDH, of a platform or a guest owner";
        };
    }

    /** Returns whether the firmware can use it as a guest owner's certificate, whoever made it. */
    public boolean isUsableByFirmware() {
        EcKey key = certificate.ecKey();
        return certificate.version() == 1
                && certificate.isUsage(KeyUsage.PDH)
                && KeyAlgorithm.of(certificate.algorithm()).filter(KeyAlgorithm::isEcdh).isPresent()
                && key.curve() == Curve.P384.code()
                && key.isOnCurve();
    }

    @Override
    public List<Defect> defects() {
        return SevCertificateDefects.of(certificate, ownSignature);
    }

    @Override
    public List<LabelledField> fields() {
        List<LabelledField> fields = new ArrayList<>(header(certificate));
        fields.addAll(key(certificate));
        fields.add(LabelledField.fact("Signed by", signers()));
        addSlot(fields, "Signature 1", certificate.signature1(), SIGNATURE_1);
        addSlot(fields, "Signature 2", certificate.signature2(), SIGNATURE_2);
        return List.copyOf(fields);
    }

    static List<LabelledField> header(SevCertificate certificate) {
        return List.of(
                new LabelledField("Version", Long.toString(certificate.version()), 0, 4),
                new LabelledField(
                        "API version", certificate.apiMajor() + "." + certificate.apiMinor(), 4, 2),
                new LabelledField("Reserved", "0x%04x".formatted(certificate.reserved()), 6, 2),
                new LabelledField(
                        "Usage",
                        "%s (0x%x)"
                                .formatted(KeyUsage.text(certificate.usage()), certificate.usage()),
                        8,
                        4),
                new LabelledField("Algorithm", KeyAlgorithm.text(certificate.algorithm()), 12, 4));
    }

    static List<LabelledField> key(SevCertificate certificate) {
        if (certificate.hasRsaKey()) {
            return List.of(
                    new LabelledField(
                            "RSA key", certificate.key().toHex(), KEY, certificate.key().size()));
        }
        EcKey key = certificate.ecKey();
        return List.of(
                new LabelledField("Curve", Curve.text(key.curve()), KEY, 4),
                new LabelledField("Key x", key.xToHex(), KEY + 4, 72),
                new LabelledField("Key y", key.yToHex(), KEY + 76, 72));
    }

    /** Returns the signers, as far as the certificate itself names them. */
    public String signers() {
        List<SignatureSlot> signatures = certificate.signatures();
        if (signatures.isEmpty()) {
            return "nobody";
        }
        if (ownSignature) {
            return "its own key";
        }
        List<String> names = new ArrayList<>();
        signatures.forEach(slot -> names.add(KeyUsage.text(slot.usage())));
        return String.join(" and ", names) + " (another key than its own)";
    }

    private static void addSlot(
            List<LabelledField> fields, String label, SignatureSlot slot, int offset) {
        String words =
                slot.isEmpty()
                        ? "empty"
                        : KeyUsage.text(slot.usage()) + ", " + KeyAlgorithm.text(slot.algorithm());
        fields.add(new LabelledField(label, words, offset, SignatureSlot.SIZE));
    }
}
