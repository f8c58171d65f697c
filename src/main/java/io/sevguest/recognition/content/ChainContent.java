package io.sevguest.recognition.content;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.chain.CertificateChain;
import io.sevguest.certificate.chain.PdhOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several certificates one after the other, which need not belong together.
 *
 * @param links the certificates in their order
 */
public record ChainContent(List<Link> links) implements RecognizedContent {
    /**
     * One certificate of the chain.
     *
     * @param offset of its first byte
     * @param bytes the certificate
     * @param usage in words
     */
    public record Link(int offset, Bytes bytes, String usage, RecognizedContent content) {}

    public ChainContent {
        links = List.copyOf(links);
    }

    public static ChainContent of(CertificateChain chain) {
        List<Link> links = new ArrayList<>();
        int offset = 0;
        for (AmdCertificate certificate : chain.certificates()) {
            Bytes bytes = certificate.toBytes();
            String usage = KeyUsage.text(certificate.usage());
            links.add(new Link(offset, bytes, usage, RecognizedContent.of(certificate)));
            offset += bytes.size();
        }
        return new ChainContent(links);
    }

    @Override
    public Kind kind() {
        return Kind.CERTIFICATE_CHAIN;
    }

    @Override
    public String summary() {
        return "chain of " + links.stream().map(Link::usage).collect(Collectors.joining(", "));
    }

    /** The first certificate that a guest owner may have made. */
    public Optional<Bytes> guestOwnerCertificate() {
        return pdhCertificates().stream()
                .filter(content -> content.origin() != PdhOrigin.PLATFORM)
                .map(content -> content.certificate().toBytes())
                .findFirst();
    }

    /**
     * Returns whether it is what a platform exports, with nothing in it that a guest owner made.
     */
    public boolean isOfPlatform() {
        return guestOwnerCertificate().isEmpty()
                && links.stream().anyMatch(link -> link.usage().equals(KeyUsage.PEK.name()));
    }

    public boolean hasPdh() {
        return !pdhCertificates().isEmpty();
    }

    private List<SevCertificateContent> pdhCertificates() {
        return links.stream()
                .map(Link::content)
                .filter(SevCertificateContent.class::isInstance)
                .map(SevCertificateContent.class::cast)
                .filter(content -> content.certificate().isUsage(KeyUsage.PDH))
                .toList();
    }

    @Override
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        for (Link link : links) {
            for (Defect defect : link.content().defects()) {
                String place =
                        "In the %s at offset 0x%x: "
                                .formatted(link.content().summary(), link.offset());
                defects.add(Defect.of(place + defect.what(), defect.fix()));
            }
        }
        return List.copyOf(defects);
    }

    @Override
    public List<LabelledField> fields() {
        return links.stream()
                .map(
                        link ->
                                new LabelledField(
                                        "Certificate",
                                        link.content().summary(),
                                        link.offset(),
                                        link.bytes().size()))
                .toList();
    }
}
