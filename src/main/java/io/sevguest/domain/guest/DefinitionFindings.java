package io.sevguest.domain.guest;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.problem.EscapedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds errors in the name, the UUID and the CPUs, for which libvirt refuses to define the guest.
 */
public final class DefinitionFindings {
    private static final FindingTable TABLE = FindingTable.beside(DefinitionFindings.class);

    /** A UUID: 32 hexadecimal digits, with optional dashes between any two bytes. */
    private static final Pattern UUID =
            Pattern.compile("[ \t\r\n]*([0-9a-fA-F]{2}-*){16}[ \t\r\n]*");

    private final DomainXml domain;
    private final List<Finding> findings = new ArrayList<>();

    private DefinitionFindings(DomainXml domain) {
        this.domain = domain;
    }

    /** Returns the findings in the order of the form. */
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
            add(TABLE.finding("name-missing"), "name", GuestFields.NAME.id());
        } else if (name.contains("/") || name.contains("\n")) {
            add(TABLE.finding("name-unusable"), "name", GuestFields.NAME.id());
        }
    }

    private void uuid() {
        String uuid = domain.textAt("uuid");
        if (domain.at("uuid").isPresent() && !UUID.matcher(uuid).matches()) {
            add(
                    TABLE.finding("uuid-unreadable", EscapedText.excerpt(uuid)),
                    "uuid",
                    GuestFields.UUID.id());
        }
    }

    private void processors() {
        String count = domain.textAt("vcpu");
        if (domain.at("vcpu").isPresent() && DecimalNumber.of(count).orElse(0) == 0) {
            add(
                    TABLE.finding("vcpu-unusable", EscapedText.excerpt(count)),
                    "vcpu",
                    GuestFields.VCPUS.id());
        }
    }

    private void add(Finding finding, String path, String field) {
        findings.add(finding.at(domain, domain.at(path).orElse(domain.root())).about(field));
    }
}
