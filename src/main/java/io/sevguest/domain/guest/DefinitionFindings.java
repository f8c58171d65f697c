package io.sevguest.domain.guest;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingAt;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What libvirt refuses when the guest is defined: its name, its UUID, its number of processors. */
public final class DefinitionFindings {
    /** 32 hexadecimal digits; dashes may stand between any two bytes. */
    private static final Pattern UUID =
            Pattern.compile("[ \t\r\n]*([0-9a-fA-F]{2}-*){16}[ \t\r\n]*");

    private final DomainXml domain;
    private final List<Finding> findings = new ArrayList<>();

    private DefinitionFindings(DomainXml domain) {
        this.domain = domain;
    }

    public static List<Finding> check(DomainXml domain) {
        var check = new DefinitionFindings(domain);
        check.name();
        check.uuid();
        check.processors();
        return check.findings;
    }

    private void name() {
        String name = domain.textAt("name");
        if (XmlSpace.isBlank(name)) {
            refused(
                    "name-missing",
                    "name",
                    GuestFields.NAME.id(),
                    "The guest has no name; libvirt refuses to define it.",
                    "Give it one, such as db-1.");
        } else if (name.contains("/") || name.contains("\n")) {
            refused(
                    "name-unusable",
                    "name",
                    GuestFields.NAME.id(),
                    "libvirt refuses a name with a slash or a line break in it.",
                    "Take it out.");
        }
    }

    private void uuid() {
        if (domain.at("uuid").isPresent() && !UUID.matcher(domain.textAt("uuid")).matches()) {
            refused(
                    "uuid-unreadable",
                    "uuid",
                    GuestFields.UUID.id(),
                    "\""
                            + EscapedText.excerpt(domain.textAt("uuid"))
                            + "\" is no UUID; libvirt refuses it.",
                    "Write 32 hexadecimal digits, or leave it empty: libvirt then makes one.");
        }
    }

    private void processors() {
        if (domain.at("vcpu").isPresent()
                && DecimalNumber.of(domain.textAt("vcpu")).orElse(0) == 0) {
            refused(
                    "vcpu-unusable",
                    Severity.ERROR,
                    "vcpu",
                    GuestFields.VCPUS.id(),
                    "\""
                            + EscapedText.excerpt(domain.textAt("vcpu"))
                            + "\" is not a number of processors that a guest can have.",
                    "Write a whole number from 1, or remove <vcpu> for one.");
        }
    }

    private void refused(String id, String path, String field, String what, String fix) {
        refused(id, Severity.WARNING, path, field, what, fix);
    }

    private void refused(
            String id, Severity severity, String path, String field, String what, String fix) {
        Element place = domain.at(path).orElse(domain.root());
        findings.add(new FindingAt(domain, place).finding(id, severity, field, what, fix));
    }
}
