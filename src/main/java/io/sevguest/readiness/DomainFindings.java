package io.sevguest.readiness;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingAt;
import io.sevguest.domain.guest.DefinitionFindings;
import io.sevguest.domain.security.LaunchSecurity;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.security.SevFindings;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the document alone shows to be wrong or doubtful. */
public final class DomainFindings {
    private static final Set<String> KNOWN_TYPES = Set.of("s390-pv", "tdx");

    private DomainFindings() {}

    /** All findings: what libvirt refuses, then the launch security in the order of the text. */
    public static List<Finding> check(DomainXml domain) {
        return Stream.of(ofDefinition(domain), ofLaunchSecurity(domain))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns what libvirt refuses when the guest is defined, apart from its launch security. */
    public static List<Finding> ofDefinition(DomainXml domain) {
        return DefinitionFindings.check(domain);
    }

    /** Returns what is wrong or doubtful in the launch security, in the order of the text. */
    public static List<Finding> ofLaunchSecurity(DomainXml domain) {
        LaunchSecurity security = LaunchSecurity.of(domain);
        if (security instanceof LaunchSecurity.Sev sev) {
            return SevFindings.check(domain, sev);
        }
        if (security instanceof LaunchSecurity.Legacy legacy) {
            return List.of(legacy(domain, legacy.element()));
        }
        if (security instanceof LaunchSecurity.SevSnp snp) {
            return List.of(kept(new FindingAt(domain, snp.element()), "SEV-SNP"));
        }
        if (security instanceof LaunchSecurity.Foreign foreign) {
            return List.of(foreign(new FindingAt(domain, foreign.element()), foreign.type()));
        }
        return List.of();
    }

    private static Finding legacy(DomainXml domain, Element element) {
        return new FindingAt(domain, element)
                .finding(
                        "launch-security-legacy",
                        Severity.ERROR,
                        LaunchSecurityFields.TYPE.id(),
                        "<"
                                + element.name()
                                + "> is a spelling from before libvirt 4.5.0. libvirt ignores it"
                                + " silently: the guest would start not encrypted.",
                        "Turn it into <launchSecurity type='sev'>",
                        LaunchSecurityFields::modernised);
    }

    private static Finding foreign(FindingAt at, String type) {
        if (KNOWN_TYPES.contains(type)) {
            return kept(at, type);
        }
        String what =
                type.isEmpty()
                        ? "<launchSecurity> has no type; libvirt refuses the domain."
                        : "libvirt knows no launch security of type \""
                                + type
                                + "\" and refuses the domain.";
        String fix =
                type.equals("sev-es")
                        ? "Write type='sev' and set policy bit 2: that is SEV-ES."
                        : "Write type='sev' for SEV and SEV-ES.";
        return at.finding(
                "launch-security-type", Severity.ERROR, LaunchSecurityFields.TYPE.id(), what, fix);
    }

    private static Finding kept(FindingAt at, String kind) {
        return at.finding(
                "launch-security-kept",
                Severity.INFO,
                LaunchSecurityFields.TYPE.id(),
                "Launch security of type " + kind + " is shown and kept as it is.",
                "Edit it in the XML.");
    }
}
