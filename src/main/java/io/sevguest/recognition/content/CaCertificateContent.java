package io.sevguest.recognition.content;

import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.ReservedBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate of AMD's root (ARK) or signing key (ASK).
 *
 * @param ownSignature whether the signature verifies under the certificate's own key
 */
public record CaCertificateContent(CaCertificate certificate, boolean ownSignature)
        implements RecognizedContent {
    private static final int EXPONENT = 0x40;
    private static final String AGAIN = "Download the certificate from AMD again.";

    static CaCertificateContent of(CaCertificate certificate) {
        return new CaCertificateContent(certificate, OwnSignature.isOn(certificate));
    }

    @Override
    public Kind kind() {
        return Kind.AMD_CA_CERTIFICATE;
    }

    @Override
    public String summary() {
        String usage = KeyUsage.text(certificate.usage());
        return usage
                + " certificate"
                + KeyUsage.of(certificate.usage())
                        .map(known -> " (" + known.words() + ")")
                        .orElse("");
    }

    @Override
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        if (certificate.version() != 1) {
            add(
                    defects,
                    "The certificate's version is %d (offset 0x0), but only version 1 exists."
                            .formatted(certificate.version()));
        }
        if (!isRoot() && certificate.usage() != KeyUsage.ASK.code()) {
            add(
                    defects,
                    "The usage at offset 0x24 is %s, but a CA certificate is ARK (0x0) or ASK (0x13)."
                            .formatted(KeyUsage.text(certificate.usage())));
        }
        ReservedBytes.notZero(certificate).forEach(what -> add(defects, what));
        if (!certificate.sizesFit()) {
            add(
                    defects,
                    "The header announces an exponent of %d and a modulus of %d bits (offset 0x38),"
                                    .formatted(
                                            certificate.exponentBits(), certificate.modulusBits())
                            + " but the file has room for %d bits each."
                                    .formatted(8 * certificate.modulus().size()));
        }
        if (isRoot()) {
            addRootDefects(defects);
        } else if (certificate.namesItselfAsSigner()) {
            add(defects, "An ASK is signed by an ARK, but this one names itself as its signer.");
        }
        return List.copyOf(defects);
    }

    private void addRootDefects(List<Defect> defects) {
        if (!certificate.namesItselfAsSigner()) {
            add(
                    defects,
                    "The usage is ARK, but another key is named as the signer: a root signs itself,"
                            + " so key id, signer or usage was changed.");
        } else if (certificate.sizesFit() && !certificate.signature().isEmpty() && !ownSignature) {
            add(
                    defects,
                    "The signature does not verify under the certificate's own key, but a root signs"
                            + " itself: a byte was changed.");
        }
    }

    private boolean isRoot() {
        return certificate.usage() == KeyUsage.ARK.code();
    }

    private static void add(List<Defect> defects, String what) {
        defects.add(Defect.of(what, AGAIN));
    }

    @Override
    public List<LabelledField> fields() {
        int number = certificate.modulus().size();
        List<LabelledField> fields = new ArrayList<>(header(certificate));
        fields.add(LabelledField.hex("Exponent", certificate.exponent(), EXPONENT));
        fields.add(LabelledField.hex("Modulus", certificate.modulus(), EXPONENT + number));
        fields.add(
                certificate.signature().isEmpty()
                        ? LabelledField.fact(
                                "Signature", "none, as AMD first published its Naples ARK")
                        : LabelledField.hex(
                                "Signature", certificate.signature(), EXPONENT + 2 * number));
        return List.copyOf(fields);
    }

    static List<LabelledField> header(CaCertificate certificate) {
        return List.of(
                new LabelledField("Version", Long.toString(certificate.version()), 0, 4),
                LabelledField.hex("Key id", certificate.keyId(), 4),
                LabelledField.hex("Signed by key id", certificate.certifyingKeyId(), 20),
                new LabelledField("Usage", KeyUsage.text(certificate.usage()), 36, 4),
                LabelledField.hex("Reserved", certificate.reserved(), 40),
                new LabelledField("Key size", certificate.modulusBits() + " bits, RSA", 0x38, 8));
    }
}
