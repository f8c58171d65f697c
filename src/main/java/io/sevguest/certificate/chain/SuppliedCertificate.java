package io.sevguest.certificate.chain;

import io.sevguest.certificate.AmdCertificate;
import java.util.Optional;

/** The certificate that was supplied for one usage. */
public sealed interface SuppliedCertificate {
    /** No certificate of this usage was given. */
    record Missing() implements SuppliedCertificate {}

    /**
     * A certificate.
     *
     * @param source the file, for messages
     */
    record Whole(String source, AmdCertificate certificate) implements SuppliedCertificate {}

    /**
     * Something that cannot be used.
     *
     * @param why a phrase without a period
     */
    record Broken(String why) implements SuppliedCertificate {}

    /** The certificate, if there is one. */
    default Optional<AmdCertificate> whole() {
        return this instanceof Whole whole ? Optional.of(whole.certificate()) : Optional.empty();
    }
}
