package io.sevguest.certificate;

import java.util.Optional;

/** What somebody gave as the certificate of one usage. */
public sealed interface Given {
    /** No certificate of this usage was given. */
    record Missing() implements Given {}

    /**
     * A certificate.
     *
     * @param source the file, for messages
     */
    record Whole(String source, AmdCertificate certificate) implements Given {}

    /**
     * Something that cannot be used.
     *
     * @param why a phrase without a period
     */
    record Broken(String why) implements Given {}

    /** The certificate, if there is one. */
    default Optional<AmdCertificate> whole() {
        return this instanceof Whole whole ? Optional.of(whole.certificate()) : Optional.empty();
    }
}
