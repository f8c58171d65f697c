package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.CertificateChain;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.PdhOrigin;
import io.sevguest.certificate.SevCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several certificates one after the other. Whether they belong together is not looked at. */
public record ChainContent(CertificateChain chain) implements Content {
    /**
     * One certificate of the chain.
     *
     * @param offset of its first byte
     * @param size in bytes
     */
    public record Link(int offset, int size, Content content) {}

    @Override
    public Kind kind() {
        return Kind.CERTIFICATE_CHAIN;
    }

    @Override
    public String summary() {
        return "chain of " + usages();
    }

    private String usages() {
        List<String> names = new ArrayList<>();
        chain.certificates().forEach(link -> names.add(KeyUsage.text(link.usage())));
        return String.join(", ", names);
    }

    /** The certificates in their order. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        int offset = 0;
        for (AmdCertificate certificate : chain.certificates()) {
            int size = certificate.toBytes().size();
            links.add(new Link(offset, size, contentOf(certificate)));
            offset += size;
        }
        return List.copyOf(links);
    }

    private static Content contentOf(AmdCertificate certificate) {
        return certificate instanceof SevCertificate sev
                ? new SevCertificateContent(sev)
                : new CaCertificateContent((CaCertificate) certificate);
    }

    /** The first certificate that a guest owner may have made. */
    Optional<Bytes> guestOwnerCertificate() {
        return pdhCertificates().stream()
                .filter(certificate -> PdhOrigin.of(certificate) != PdhOrigin.PLATFORM)
                .map(SevCertificate::toBytes)
                .findFirst();
    }

    boolean hasPdh() {
        return !pdhCertificates().isEmpty();
    }

    private List<SevCertificate> pdhCertificates() {
        return chain.certificates().stream()
                .filter(SevCertificate.class::isInstance)
                .map(SevCertificate.class::cast)
                .filter(certificate -> certificate.isUsage(KeyUsage.PDH))
                .toList();
    }

    @Override
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        for (Link link : links()) {
            for (Defect defect : link.content().defects()) {
                defects.add(
                        Defect.of(
                                "In the %s at offset 0x%x: %s"
                                        .formatted(
                                                link.content().summary(),
                                                link.offset(),
                                                defect.what()),
                                defect.fix()));
            }
        }
        return List.copyOf(defects);
    }

    @Override
    public List<LabelledField> fields() {
        List<LabelledField> fields = new ArrayList<>();
        for (Link link : links()) {
            fields.add(
                    new LabelledField(
                            "Certificate", link.content().summary(), link.offset(), link.size()));
        }
        return List.copyOf(fields);
    }
}
