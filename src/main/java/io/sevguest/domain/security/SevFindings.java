package io.sevguest.domain.security;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingAt;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wrong or doubtful in {@code <launchSecurity type='sev'>}. */
public final class SevFindings {
    private static final int MAX_REDUCED_BITS = 63;

    private final DomainXml domain;
    private final LaunchSecurity.Sev sev;
    private final List<Finding> findings = new ArrayList<>();

    private SevFindings(DomainXml domain, LaunchSecurity.Sev sev) {
        this.domain = domain;
        this.sev = sev;
    }

    public static List<Finding> check(DomainXml domain, LaunchSecurity.Sev sev) {
        var check = new SevFindings(domain, sev);
        check.kernelHashes();
        check.cbitpos();
        check.reducedPhysBits();
        check.findings.addAll(PolicyFindings.check(check.at("policy"), sev.policy()));
        check.pair();
        check.leftover();
        return List.copyOf(check.findings);
    }

    /** A child where it exists, else the element itself. */
    private FindingAt at(String child) {
        return new FindingAt(domain, sev.element().child(child).orElse(sev.element()));
    }

    private void kernelHashes() {
        String word = sev.element().attribute("kernelHashes");
        if (sev.element().hasAttribute("kernelHashes") && sev.kernelHashes() == Toggle.UNSET) {
            findings.add(
                    at("").finding(
                                    "kernel-hashes-word",
                                    Severity.ERROR,
                                    LaunchSecurityFields.KERNEL_HASHES.id(),
                                    "kernelHashes is \""
                                            + word
                                            + "\", but libvirt takes only yes or no and refuses"
                                            + " the domain.",
                                    "Choose yes or no, or leave it unset."));
        }
    }

    private void cbitpos() {
        if (sev.element().child("cbitpos").isPresent() && sev.cbitposNumber().isEmpty()) {
            findings.add(
                    notDecimal(
                            "cbitpos",
                            "cbitpos-not-decimal",
                            LaunchSecurityFields.CBITPOS.id(),
                            sev.cbitpos()));
        }
    }

    private void reducedPhysBits() {
        Optional<Element> element = sev.element().child("reducedPhysBits");
        OptionalInt bits = sev.reducedPhysBitsNumber();
        String field = LaunchSecurityFields.REDUCED_PHYS_BITS.id();
        if (element.isPresent() && bits.isEmpty()) {
            findings.add(
                    notDecimal(
                            "reducedPhysBits",
                            "reduced-phys-bits-not-decimal",
                            field,
                            sev.reducedPhysBits()));
        } else if (bits.isPresent()
                && (bits.getAsInt() < 1 || bits.getAsInt() > MAX_REDUCED_BITS)) {
            findings.add(
                    at("reducedPhysBits")
                            .finding(
                                    "reduced-phys-bits-range",
                                    Severity.ERROR,
                                    field,
                                    "QEMU takes 1 to 63 reduced physical address bits, not "
                                            + bits.getAsInt()
                                            + ".",
                                    "Take the value of the host, or leave it out for libvirt to"
                                            + " fill in."));
        }
    }

    private Finding notDecimal(String child, String id, String field, String text) {
        return at(child)
                .finding(
                        id,
                        Severity.ERROR,
                        field,
                        "<"
                                + child
                                + "> holds \""
                                + text
                                + "\"; libvirt reads only decimal numbers there and refuses the"
                                + " domain.",
                        "Write a decimal number, or leave it out for libvirt to fill in.");
    }

    private void pair() {
        if (sev.dhCert().isEmpty() == sev.session().isEmpty()) {
            return;
        }
        boolean certificate = !sev.dhCert().isEmpty();
        findings.add(
                at(certificate ? "dhCert" : "session")
                        .finding(
                                certificate ? "dh-cert-without-session" : "session-without-dh-cert",
                                Severity.ERROR,
                                certificate
                                        ? LaunchSecurityFields.SESSION.id()
                                        : LaunchSecurityFields.DH_CERT.id(),
                                certificate
                                        ? "There is a certificate of the guest owner, but no"
                                                + " session blob; the firmware needs both or none."
                                        : "There is a session blob, but no certificate of the"
                                                + " guest owner; the firmware needs both or none.",
                                certificate
                                        ? "Import the session blob that was made with this"
                                                + " certificate, or remove the certificate."
                                        : "Import the certificate that was made with this session,"
                                                + " or remove the session."));
    }

    /** An element of an older spelling beside the one of today. */
    private void leftover() {
        LegacySpelling.find(domain)
                .ifPresent(
                        old ->
                                findings.add(
                                        new FindingAt(domain, old)
                                                .finding(
                                                        "launch-security-leftover",
                                                        Severity.WARNING,
                                                        LaunchSecurityFields.TYPE.id(),
                                                        "<"
                                                                + old.name()
                                                                + "> stands beside"
                                                                + " <launchSecurity>; libvirt"
                                                                + " ignores it silently.",
                                                        "Remove <" + old.name() + ">",
                                                        text -> withoutLeftover(text))));
    }

    private static DomainXml withoutLeftover(DomainXml domain) {
        return LegacySpelling.find(domain).map(domain::without).orElse(domain);
    }
}
