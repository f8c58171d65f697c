package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.certificate.chain.CertificateChain;
import io.sevguest.certificate.chain.PlatformCertificates;
import java.util.List;
import java.util.Optional;

/**
 * A chain whose first certificate has a damaged header: it is recognized by the certificates after
 * it.
 *
 * @param lost the usage that precedes that of the next certificate in an export
 * @param rest what follows the first certificate
 */
record HeadlessChain(KeyUsage lost, CertificateChain.Scan rest) {
    /** Sizes of a first certificate: SEV, or AMD's signing key of 2048 or 4096 bits. */
    private static final List<Integer> SIZES = List.of(SevCertificate.SIZE, 832, 1600);

    /** Looks for one in bytes that do not begin with a certificate. */
    static Optional<HeadlessChain> of(Bytes data) {
        return SIZES.stream()
                .filter(size -> size < data.size())
                .map(size -> CertificateChain.scan(data.slice(size, data.size())))
                .flatMap(rest -> behind(rest).stream())
                .findFirst();
    }

    private static Optional<HeadlessChain> behind(CertificateChain.Scan rest) {
        return rest.chain().certificates().stream()
                .findFirst()
                .flatMap(next -> KeyUsage.of(next.usage()))
                .flatMap(HeadlessChain::before)
                .map(lost -> new HeadlessChain(lost, rest));
    }

    private static Optional<KeyUsage> before(KeyUsage usage) {
        List<KeyUsage> order = PlatformCertificates.USAGES;
        int index = order.indexOf(usage);
        return index > 0 ? Optional.of(order.get(index - 1)) : Optional.empty();
    }
}
