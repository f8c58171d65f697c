package io.sevguest.certificate;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.util.OptionalInt;

/** A certificate in one of AMD's own two layouts. */
public sealed interface AmdCertificate permits SevCertificate, CaCertificate {
    /** 1 in every certificate there is. */
    long version();

    /** Code of what the key is for. */
    long usage();

    Bytes toBytes();

    /**
     * The size of the certificate that seems to begin here, by its header alone: 2084, 832 or 1600.
     * Empty if no certificate begins here.
     */
    static OptionalInt announcedSize(Bytes data) {
        if (SevCertificate.beginsAt(data)) {
            return OptionalInt.of(SevCertificate.SIZE);
        }
        return CaCertificate.announcedSize(data);
    }

    /**
     * Reads a certificate of either layout.
     *
     * @throws ProblemException if it is neither, or bytes are missing or left over
     */
    static AmdCertificate parse(String source, Bytes data) throws ProblemException {
        return CaCertificate.isSize(data.size())
                ? CaCertificate.parse(source, data)
                : SevCertificate.parse(source, data);
    }
}
