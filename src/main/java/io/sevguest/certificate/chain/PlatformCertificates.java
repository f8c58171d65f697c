package io.sevguest.certificate.chain;

import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.CaCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates of one platform, each identified by its usage.
 *
 * @param all what was given for each of {@link #USAGES}; nothing where a usage is not there
 */
public record PlatformCertificates(Map<KeyUsage, SuppliedCertificate> all) {
    /** The usages in the order in which {@code sevctl export --full} writes them. */
    public static final List<KeyUsage> USAGES =
            List.of(
                    KeyUsage.PDH,
                    KeyUsage.PEK,
                    KeyUsage.OCA,
                    KeyUsage.CEK,
                    KeyUsage.ASK,
                    KeyUsage.ARK);

    public PlatformCertificates {
        all = Map.copyOf(all);
    }

    /** No certificate at all. */
    public static PlatformCertificates none() {
        return new PlatformCertificates(Map.of());
    }

    /** Certificates in any order; one that has none of the usages is left out. */
    public static PlatformCertificates of(List<? extends AmdCertificate> certificates) {
        PlatformCertificates platform = none();
        for (AmdCertificate certificate : certificates) {
            Optional<KeyUsage> usage = KeyUsage.of(certificate.usage()).filter(USAGES::contains);
            if (usage.isPresent()) {
                String source = usage.get().name() + " certificate";
                platform =
                        platform.with(
                                usage.get(), new SuppliedCertificate.Whole(source, certificate));
            }
        }
        return platform;
    }

    /** These and one more. The same certificate twice is one; two that differ cannot be used. */
    public PlatformCertificates with(KeyUsage usage, SuppliedCertificate given) {
        Map<KeyUsage, SuppliedCertificate> more = new EnumMap<>(KeyUsage.class);
        more.putAll(all);
        more.merge(usage, given, (first, second) -> merged(usage, first, second));
        return new PlatformCertificates(more);
    }

    private static SuppliedCertificate merged(
            KeyUsage usage, SuppliedCertificate first, SuppliedCertificate second) {
        if (first instanceof SuppliedCertificate.Whole one
                && second instanceof SuppliedCertificate.Whole other) {
            return one.certificate().equals(other.certificate())
                    ? one
                    : new SuppliedCertificate.Broken(
                            "two different %s certificates were given, in %s and in %s"
                                    .formatted(usage, one.source(), other.source()));
        }
        return first instanceof SuppliedCertificate.Broken ? first : second;
    }

    /** Returns the certificate that was supplied for a usage. */
    public SuppliedCertificate given(KeyUsage usage) {
        return all.getOrDefault(usage, new SuppliedCertificate.Missing());
    }

    public Optional<CaCertificate> ark() {
        return ca(KeyUsage.ARK);
    }

    public Optional<CaCertificate> ask() {
        return ca(KeyUsage.ASK);
    }

    public Optional<SevCertificate> cek() {
        return sev(KeyUsage.CEK);
    }

    public Optional<SevCertificate> pek() {
        return sev(KeyUsage.PEK);
    }

    public Optional<SevCertificate> pdh() {
        return sev(KeyUsage.PDH);
    }

    private Optional<CaCertificate> ca(KeyUsage usage) {
        return given(usage)
                .whole()
                .filter(CaCertificate.class::isInstance)
                .map(CaCertificate.class::cast);
    }

    private Optional<SevCertificate> sev(KeyUsage usage) {
        return given(usage)
                .whole()
                .filter(SevCertificate.class::isInstance)
                .map(SevCertificate.class::cast);
    }

    /** The certificates that are there, in the order of {@link #USAGES}. */
    public CertificateChain toChain() {
        Stream<AmdCertificate> certificates =
                USAGES.stream().flatMap(usage -> given(usage).whole().stream());
        return new CertificateChain(certificates.toList());
    }
}
