package io.sevguest.domain.security;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import java.util.Optional;
import java.util.OptionalInt;

/** The launch security of a domain: one of the kinds that libvirt has had. */
public sealed interface LaunchSecurity {
    /** No launch security: an ordinary guest. */
    record None() implements LaunchSecurity {}

    /**
     * SEV, and SEV-ES where policy bit 2 is set.
     *
     * @param cbitpos position of the C-bit as written; empty where it is left to libvirt
     * @param reducedPhysBits as written; empty where it is left to libvirt
     * @param dhCert base64 text of the guest owner's certificate; empty where there is none
     * @param session base64 text of the session blob; empty where there is none
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
        /** The C-bit as a number, where it is one. */
        public OptionalInt cbitposNumber() {
            return DecimalNumber.of(cbitpos);
        }

        /** The reduced bits as a number, where they are one. */
        public OptionalInt reducedPhysBitsNumber() {
            return DecimalNumber.of(reducedPhysBits);
        }

        /** Returns whether the policy demands SEV-ES. */
        public boolean isEncryptedState() {
            return policy.value().map(policy -> policy.has(SevPolicy.Flag.ES)).orElse(false);
        }
    }

    /** SEV-SNP: shown, and kept as it is. */
    record SevSnp(Element element) implements LaunchSecurity {}

    /**
     * Another kind, such as {@code s390-pv} or {@code tdx}: shown, and kept as it is.
     *
     * @param type as written; empty where the element has none
     */
    record Foreign(Element element, String type) implements LaunchSecurity {}

    /**
     * SEV in a spelling from before libvirt 4.5.0, which libvirt ignores silently.
     *
     * @param sev what it means, read from the old element
     */
    record Legacy(Element element, Sev sev) implements LaunchSecurity {}

    /** Returns whether the forms may change it: all but the kinds that are merely kept. */
    default boolean isEditable() {
        return !(this instanceof SevSnp || this instanceof Foreign);
    }

    /** Reads a domain's launch security; the spelling of today goes before an older one. */
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
