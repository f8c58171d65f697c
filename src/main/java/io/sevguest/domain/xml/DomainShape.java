package io.sevguest.domain.xml;

import java.util.List;
import java.util.Optional;

/** The requirements that a well-formed text must meet to count as a domain. */
public final class DomainShape {
    private DomainShape() {}

    public static Optional<XmlFault> fault(String text, Element root) {
        if (!root.name().equals("domain")) {
            return Optional.of(
                    new XmlFault(
                            "The root element is <" + root.name() + ">, not <domain>.",
                            TextPosition.of(text, root.start()),
                            "Open a domain's XML, as `virsh dumpxml NAME --inactive` prints it.",
                            false));
        }
        if (!root.namespace().isEmpty()) {
            return Optional.of(
                    new XmlFault(
                            "The root element <domain> is in the namespace \""
                                    + root.namespace()
                                    + "\". libvirt ignores the contents of such a file.",
                            TextPosition.of(text, root.start()),
                            "Remove its attribute xmlns.",
                            false));
        }
        List<Element> several = root.children("launchSecurity");
        if (several.size() > 1) {
            return Optional.of(
                    new XmlFault(
                            "The domain has "
                                    + several.size()
                                    + " <launchSecurity> elements; libvirt allows one.",
                            TextPosition.of(text, several.get(1).start()),
                            "Delete all but one.",
                            false));
        }
        return Optional.empty();
    }
}
