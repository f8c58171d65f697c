package io.sevguest.recognition;

import java.util.List;

/** What the decoded bytes are. */
public sealed interface Content
        permits SevCertificateContent,
                CaCertificateContent,
                CutCertificateContent,
                ChainContent,
                SessionContent,
                X509Content,
                DomainContent,
                ArgumentContent,
                OtherContent {
    Kind kind();

    /** Its parts in the order of the bytes. */
    List<LabelledField> fields();

    /** What is wrong with it in itself, wherever it is used. */
    List<Defect> defects();

    /** One line that says what it is, such as "PDH certificate of a platform". */
    String summary();

    /** The blobs that stand inside. */
    default List<Contained> contained() {
        return List.of();
    }
}
