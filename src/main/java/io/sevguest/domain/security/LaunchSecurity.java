package io.sevguest.domain.security;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import java.util.Optional;
import java.util.OptionalInt;

/** The launch security of a domain: one of the kinds that libvirt has or once had. */
public sealed interface LaunchSecurity {
    /** No launch security: a guest without memory encryption. */
    record None() implements LaunchSecurity {}

    /**
     * SEV, or SEV-ES if policy bit 2 is set.
     *
     * @param cbitpos position of the C-bit as written; empty if libvirt fills it in
     * @param reducedPhysBits as written; empty if libvirt fills it in
     * @param dhCert base64 text of the guest owner's certificate; empty if there is none
     * @param session base64 text of the session blob; empty if there is none
     */
    record Sev(
            Element element,
            PolicyText policy,
            String cbitpos,
            String reducedPhysBits,
            Toggle kernelHashes,
            String dhCert,
            String session)
            implements LaunchSecurity {
        /** Returns the C-bit position, if it is a number. */
        public OptionalInt cbitposNumber() {
            return DecimalNumber.of(cbitpos);
        }

        /** Returns the number of reduced bits, if it is a number. */
        public OptionalInt reducedPhysBitsNumber() {
            return DecimalNumber.of(reducedPhysBits);
        }

        /** Returns whether the policy demands SEV-ES. */
        public boolean isEncryptedState() {
            return policy.value().map(policy -> policy.has(SevPolicy.Flag.ES)).orElse(false);
        }
    }

    /** SEV-SNP, which is shown and kept unchanged. */
    record SevSnp(Element element) implements LaunchSecurity {}

    /**
     * Another kind, such as {@code s390-pv} or {@code tdx}, which is shown and kept unchanged.
     *
     * @param type as written; empty if the element has none
     */
    record Foreign(Element element, String type) implements LaunchSecurity {}

    /**
     * SEV in a syntax from before libvirt 4.5.0, which libvirt silently ignores.
     *
     * @param sev its meaning, read from the old element
     */
    record Legacy(Element element, Sev sev) implements LaunchSecurity {}

    /**
     * Returns whether the forms can edit it, which is true of all kinds except those that are only
     * kept.
     */
    default boolean isEditable() {
        return !(this instanceof SevSnp || this instanceof Foreign);
    }

    /** Reads a domain's launch security; the current syntax takes precedence over an older one. */
    static LaunchSecurity of(DomainXml domain) {
        Optional<Element> found = domain.at("launchSecurity");
        if (found.isPresent()) {
            return ofElement(found.get());
        }
        return LegacySpelling.find(domain)
                .<LaunchSecurity>map(old -> new Legacy(old, LegacySpelling.read(old)))
                .orElse(new None());
    }

    private static LaunchSecurity ofElement(Element element) {
        String type = element.attribute("type");
        return switch (type) {
            case "sev" ->
                    new Sev(
                            element,
                            new PolicyText(
                                    element.child("policy").map(Element::rawText).orElse("")),
                            text(element, "cbitpos"),
                            text(element, "reducedPhysBits"),
                            Toggle.ofYesNo(element.attribute("kernelHashes")),
                            text(element, "dhCert"),
                            text(element, "session"));
            case "sev-snp" -> new SevSnp(element);
            default -> new Foreign(element, type);
        };
    }

    private static String text(Element element, String child) {
        return element.child(child).map(Element::text).orElse("");
    }
}
