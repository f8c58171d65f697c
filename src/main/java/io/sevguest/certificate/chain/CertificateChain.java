package io.sevguest.certificate.chain;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Certificates one after the other, as tools export them: in any order and number, of both layouts.
 * They need not belong together.
 */
public record CertificateChain(List<AmdCertificate> certificates) {
    public CertificateChain {
        certificates = List.copyOf(certificates);
    }

    /**
     * The certificates at the start of some bytes, and the bytes after them.
     *
     * @param rest begins with no whole certificate
     */
    public record Scan(CertificateChain chain, Bytes rest) {}

    /** Takes whole certificates from the start for as long as there are any. */
    public static Scan scan(Bytes data) {
        List<AmdCertificate> found = new ArrayList<>();
        Bytes rest = data;
        for (int size = nextSize(rest); size > 0; size = nextSize(rest)) {
            try {
                found.add(AmdCertificate.parse("certificate", rest.slice(0, size)));
            } catch (ProblemException sizeIsOneOfTheirs) {
                throw new IllegalStateException(sizeIsOneOfTheirs);
            }
            rest = rest.slice(size, rest.size());
        }
        return new Scan(new CertificateChain(found), rest);
    }

    /** The size of the certificate that begins here and is whole; 0 if there is none. */
    private static int nextSize(Bytes data) {
        OptionalInt announced = AmdCertificate.announcedSize(data);
        if (announced.isEmpty()) {
            return 0;
        }
        int size = announced.getAsInt();
        if (size == CaCertificate.SMALL && unsignedFits(data)) {
            return CaCertificate.UNSIGNED;
        }
        return size <= data.size() ? size : 0;
    }

    /**
     * Returns whether a CA certificate ends before its signature: at the end, or at the next
     * header.
     */
    private static boolean unsignedFits(Bytes data) {
        int size = CaCertificate.UNSIGNED;
        return data.size() == size
                || (data.size() > size
                        && AmdCertificate.announcedSize(data.slice(size, data.size())).isPresent());
    }

    public Bytes toBytes() {
        var out = new ByteWriter();
        certificates.forEach(certificate -> out.bytes(certificate.toBytes()));
        return out.toBytes();
    }
}
