package io.sevguest.domain.security;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.Splice;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two syntaxes from before libvirt 4.5.0: {@code <sev>} of the 2018 patch and {@code
 * <launch-security>} of libvirt's own first commit, both with dashes in the names of their children
 * and blanks around the values.
 */
final class LegacySpelling {
    private static final List<String> NAMES = List.of("sev", "launch-security");

    /** The old names of the children and the current ones. */
    private static final Map<String, String> CHILDREN =
            Map.of(
                    "policy", "policy",
                    "cbitpos", "cbitpos",
                    "reduced-phys-bits", "reducedPhysBits",
                    "reducedPhysBits", "reducedPhysBits",
                    "dh-cert", "dhCert",
                    "dhCert", "dhCert",
                    "session", "session");

    private LegacySpelling() {}

    /** Returns the first old element directly below the root. */
    static Optional<Element> find(DomainXml domain) {
        return domain.root().children().stream()
                .filter(child -> NAMES.contains(child.name()) && child.namespace().isEmpty())
                .filter(LegacySpelling::isSev)
                .findFirst();
    }

    private static boolean isSev(Element old) {
        return !old.hasAttribute("type") || old.attribute("type").equals("sev");
    }

    static LaunchSecurity.Sev read(Element old) {
        return new LaunchSecurity.Sev(
                old,
                new PolicyText(text(old, "policy")),
                text(old, "cbitpos"),
                text(old, "reducedPhysBits"),
                Toggle.ofYesNo(old.attribute("kernelHashes")),
                text(old, "dhCert"),
                text(old, "session"));
    }

    private static String text(Element old, String nameOfToday) {
        for (Element child : old.children()) {
            if (nameOfToday.equals(CHILDREN.get(child.name()))) {
                return child.text();
            }
        }
        return "";
    }

    /**
     * Returns the splices that convert an old element to the current syntax, in the order of the
     * text.
     */
    static List<Splice> modernize(DomainXml domain, Element old) {
        List<Splice> splices = new ArrayList<>();
        String type = old.hasAttribute("type") ? "" : " type='sev'";
        int nameEnd = old.start() + 1 + old.name().length();
        splices.add(new Splice(old.start() + 1, nameEnd, "launchSecurity" + type));
        for (Element child : old.children()) {
            if (CHILDREN.containsKey(child.name())) {
                modernize(domain.text(), child, splices);
            }
        }
        renameEnd(old, "launchSecurity", splices);
        return splices;
    }

    private static void modernize(String text, Element child, List<Splice> splices) {
        String name = CHILDREN.get(child.name());
        rename(child.start() + 1, child.name(), name, splices);
        String content = text.substring(child.startTagEnd(), child.endTagStart());
        if (!child.isEmptyTag() && content.indexOf('<') < 0) {
            String value = name.equals("policy") ? policy(child, content) : XmlSpace.strip(content);
            splices.add(new Splice(child.startTagEnd(), child.endTagStart(), value));
        }
        renameEnd(child, name, splices);
    }

    /**
     * Returns the policy's digits, unchanged if the current schema accepts them, so that findings
     * about them remain.
     */
    private static String policy(Element child, String content) {
        var policy = new PolicyText(child.text());
        return policy.isSchemaValid()
                ? policy.text()
                : policy.value().map(SevPolicy::toHex).orElse(XmlSpace.strip(content));
    }

    private static void renameEnd(Element element, String name, List<Splice> splices) {
        if (!element.isEmptyTag()) {
            rename(element.endTagStart() + 2, element.name(), name, splices);
        }
    }

    private static void rename(int at, String from, String to, List<Splice> splices) {
        if (!from.equals(to)) {
            splices.add(new Splice(at, at + from.length(), to));
        }
    }
}
