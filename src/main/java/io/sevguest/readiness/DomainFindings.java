package io.sevguest.readiness;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.guest.DefinitionFindings;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.SevFindings;
import io.sevguest.domain.xml.Element;
import java.util.List;
import java.util.Set;

/** Finds errors and doubts that the document alone shows. */
final class DomainFindings {
    private static final FindingTable TABLE = FindingTable.beside(DomainFindings.class);
    private static final Set<String> KEPT_TYPES = Set.of("SEV-SNP", "s390-pv", "tdx");

    private DomainFindings() {}

    /**
     * Returns the errors for which libvirt refuses to define the guest, except those in its launch
     * security.
     */
    static List<Finding> ofDefinition(DomainXml domain) {
        return DefinitionFindings.check(domain);
    }

    /** Returns the errors and doubts in the launch security, in the order of the text. */
    static List<Finding> ofLaunchSecurity(DomainXml domain) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        if (security instanceof LaunchSecurity.Sev sev) {
            return SevFindings.check(domain, sev);
        }
        if (security instanceof LaunchSecurity.Legacy legacy) {
            return List.of(
                    TABLE.finding("launch-security-legacy", legacy.element().name())
                            .at(domain, legacy.element())
                            .about(LaunchSecurityFields.TYPE.id())
                            .fixedBy(LaunchSecurityFields::modernized));
        }
        if (security instanceof LaunchSecurity.SevSnp snp) {
            return about(ofType("SEV-SNP"), domain, snp.element());
        }
        if (security instanceof LaunchSecurity.Foreign foreign) {
            return about(ofType(foreign.type()), domain, foreign.element());
        }
        return List.of();
    }

    private static Finding ofType(String type) {
        return KEPT_TYPES.contains(type)
                ? TABLE.finding("launch-security-kept", type)
                : TABLE.finding("launch-security-type", type);
    }

    private static List<Finding> about(Finding finding, DomainXml domain, Element element) {
        return List.of(finding.at(domain, element).about(LaunchSecurityFields.TYPE.id()));
    }
}
