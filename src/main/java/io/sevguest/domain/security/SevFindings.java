package io.sevguest.domain.security;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds errors and doubts in {@code <launchSecurity type='sev'>}. */
public final class SevFindings {
    private static final FindingTable TABLE = FindingTable.beside(SevFindings.class);
    private static final int MAX_REDUCED_BITS = 63;

    private final DomainXml domain;
    private final LaunchSecurity.Sev sev;
    private final List<Finding> findings = new ArrayList<>();

    private SevFindings(DomainXml domain, LaunchSecurity.Sev sev) {
        this.domain = domain;
        this.sev = sev;
    }

    /** Returns the findings in the order of the text. */
    public static List<Finding> check(DomainXml domain, LaunchSecurity.Sev sev) {
        var check = new SevFindings(domain, sev);
        check.kernelHashes();
        check.cbitpos();
        check.reducedPhysBits();
        check.findings.addAll(PolicyFindings.check(domain, check.place("policy"), sev.policy()));
        check.pair();
        check.leftover();
        return List.copyOf(check.findings);
    }

    /** Returns a child, or the element itself if the child does not exist. */
    private Element place(String child) {
        return sev.element().child(child).orElse(sev.element());
    }

    private void add(Finding finding, String child, String field) {
        findings.add(finding.at(domain, place(child)).about(field));
    }

    private void kernelHashes() {
        if (sev.element().hasAttribute("kernelHashes") && sev.kernelHashes() == Toggle.UNSET) {
            add(
                    TABLE.finding("kernel-hashes-word", sev.element().attribute("kernelHashes")),
                    "",
                    LaunchSecurityFields.KERNEL_HASHES.id());
        }
    }

    private void cbitpos() {
        if (sev.element().child("cbitpos").isPresent() && sev.cbitposNumber().isEmpty()) {
            add(
                    TABLE.finding("cbitpos-not-decimal", "cbitpos", sev.cbitpos()),
                    "cbitpos",
                    LaunchSecurityFields.CBITPOS.id());
        }
    }

    private void reducedPhysBits() {
        String child = "reducedPhysBits";
        Optional<Element> element = sev.element().child(child);
        OptionalInt bits = sev.reducedPhysBitsNumber();
        String field = LaunchSecurityFields.REDUCED_PHYS_BITS.id();
        if (element.isPresent() && bits.isEmpty()) {
            add(
                    TABLE.finding("reduced-phys-bits-not-decimal", child, sev.reducedPhysBits()),
                    child,
                    field);
        } else if (bits.isPresent()
                && (bits.getAsInt() < 1 || bits.getAsInt() > MAX_REDUCED_BITS)) {
            add(TABLE.finding("reduced-phys-bits-range", bits.getAsInt()), child, field);
        }
    }

    private void pair() {
        if (sev.dhCert().isEmpty() == sev.session().isEmpty()) {
            return;
        }
        if (sev.session().isEmpty()) {
            add(
                    TABLE.finding("dh-cert-without-session"),
                    "dhCert",
                    LaunchSecurityFields.SESSION.id());
        } else {
            add(
                    TABLE.finding("session-without-dh-cert"),
                    "session",
                    LaunchSecurityFields.DH_CERT.id());
        }
    }

    /** Finds an element in an older syntax next to the current one. */
    private void leftover() {
        LegacySpelling.find(domain)
                .ifPresent(
                        old ->
                                findings.add(
                                        TABLE.finding("launch-security-leftover", old.name())
                                                .at(domain, old)
                                                .about(LaunchSecurityFields.TYPE.id())
                                                .fixedBy(SevFindings::withoutLeftover)));
    }

    private static DomainXml withoutLeftover(DomainXml domain) {
        return LegacySpelling.find(domain).map(domain::without).orElse(domain);
    }
}
