package io.sevguest.recognition.content;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** One or more X.509 certificates, such as AMD's for SEV-SNP. */
public record X509Content(List<X509Certificate> certificates) implements RecognizedContent {
    public X509Content {
        certificates = List.copyOf(certificates);
    }

    @Override
    public Kind kind() {
        return Kind.X509_CERTIFICATE;
    }

    @Override
    public String summary() {
        return certificates.size() == 1
                ? "X.509 certificate"
                : "chain of " + certificates.size() + " X.509 certificates";
    }

    @Override
    public List<LabelledField> fields() {
        List<LabelledField> fields = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            fields.add(
                    LabelledField.fact("Subject", certificate.getSubjectX500Principal().getName()));
            fields.add(
                    LabelledField.fact("Issuer", certificate.getIssuerX500Principal().getName()));
            fields.add(
                    LabelledField.fact(
                            "Valid",
                            certificate.getNotBefore().toInstant()
                                    + " to "
                                    + certificate.getNotAfter().toInstant()));
            fields.add(LabelledField.fact("Key", certificate.getPublicKey().getAlgorithm()));
        }
        return List.copyOf(fields);
    }

    @Override
    public List<Defect> defects() {
        return List.of();
    }
}
