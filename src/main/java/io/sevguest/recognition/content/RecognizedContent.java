package io.sevguest.recognition.content;

import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.SevCertificate;
import java.util.List;

/** The content of decoded bytes. */
public sealed interface RecognizedContent
        permits SevCertificateContent,
                CaCertificateContent,
                TruncatedCertificateContent,
                ChainContent,
                SessionContent,
                X509Content,
                DomainContent,
                ArgumentContent,
                OtherContent {
    /** Returns the content of a single certificate. */
    static RecognizedContent of(AmdCertificate certificate) {
        return certificate instanceof SevCertificate sev
                ? SevCertificateContent.of(sev)
                : CaCertificateContent.of((CaCertificate) certificate);
    }

    Kind kind();

    /** Its parts in the order of the bytes. */
    List<LabelledField> fields();

    /** Returns the defects of the content itself, wherever it is used. */
    List<Defect> defects();

    /** One line that says what it is, such as "PDH certificate of a platform". */
    String summary();

    /** Returns the blobs inside. */
    default List<EmbeddedBlob> contained() {
        return List.of();
    }
}
