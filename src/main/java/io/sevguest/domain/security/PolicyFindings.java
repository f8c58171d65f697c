package io.sevguest.domain.security;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingAt;
import io.sevguest.policy.PolicyContradiction;
import io.sevguest.policy.PolicyPreset;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong or doubtful in a policy, as text and as bits. */
final class PolicyFindings {
    private final FindingAt at;
    private final PolicyText text;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<SevPolicy> mended = new HashSet<>();

    /** The value, also where only blanks after it make libvirt refuse it. */
    private final Optional<SevPolicy> meant;

    private PolicyFindings(FindingAt at, PolicyText text) {
        this.at = at;
        this.text = text;
        meant = new PolicyText(XmlSpace.strip(text.text())).value();
    }

    static List<Finding> check(FindingAt at, PolicyText text) {
        var check = new PolicyFindings(at, text);
        check.spelling();
        text.value().ifPresent(check::bits);
        check.meant.ifPresent(check::together);
        return check.findings;
    }

    private void spelling() {
        Optional<SevPolicy> value = text.value();
        if (value.isEmpty()) {
            unreadable();
            return;
        }
        if (text.hasLeadingBlanks()) {
            rewritten(
                    "policy-leading-blanks",
                    "Blanks or line ends stand before the policy. libvirt's parser takes that, its"
                            + " schema does not: virt-xml-validate and virsh define --validate"
                            + " fail.",
                    value.get());
        }
        if (text.hasUpperCase()) {
            rewritten(
                    "policy-upper-case",
                    "The policy has upper-case letters. libvirt's parser takes them, its schema"
                            + " does not: virt-xml-validate and virsh define --validate fail.",
                    value.get());
        }
        if (XmlSpace.strip(text.text()).startsWith("+")) {
            rewritten(
                    "policy-sign",
                    "A sign stands before the policy. libvirt's parser takes it, its schema does"
                            + " not: virt-xml-validate and virsh define --validate fail.",
                    value.get());
        }
        text.decimalReading().ifPresent(decimal -> ambiguous(value.get(), decimal));
    }

    private void unreadable() {
        if (text.text().isBlank()) {
            SevPolicy usual = PolicyPreset.SEV.policy();
            add(
                    "policy-missing",
                    Severity.ERROR,
                    "There is no policy; libvirt refuses the domain.",
                    usual);
        } else if (meant.isPresent()) {
            add(
                    "policy-trailing-blanks",
                    Severity.ERROR,
                    "Blanks or line ends stand after the policy; libvirt's parser and its schema"
                            + " both refuse that.",
                    meant.get());
        } else if (text.isTooLong()) {
            unmendable(
                    "policy-too-long",
                    "The policy \""
                            + EscapedText.excerpt(text.text())
                            + "\" has more than 32 bits; libvirt refuses it.",
                    "Write at most eight hexadecimal digits.");
        } else {
            unmendable(
                    "policy-unreadable",
                    "The policy \""
                            + EscapedText.excerpt(text.text())
                            + "\" is not a hexadecimal number; libvirt refuses the domain.",
                    "Write hexadecimal digits, such as 0x0003.");
        }
    }

    private void ambiguous(SevPolicy hex, SevPolicy decimal) {
        rewritten(
                "policy-ambiguous",
                "The policy %s has no 0x. libvirt reads it as hexadecimal: %s, decimal %d. If decimal %d was meant, it is %s."
                        .formatted(
                                XmlSpace.strip(text.text()),
                                hex.toHex(),
                                hex.toDecimal(),
                                decimal.toDecimal(),
                                decimal.toHex()),
                hex);
    }

    private void bits(SevPolicy policy) {
        if (policy.reserved() != 0) {
            add(
                    "policy-reserved-bits",
                    Severity.ERROR,
                    "Reserved bits are set in the policy (0x%04x of bits 6 to 15); the firmware refuses to start such a guest."
                            .formatted(policy.reserved()),
                    policy.withoutReserved());
        }
        for (PolicyContradiction contradiction : PolicyContradiction.of(policy)) {
            add(
                    "policy-contradiction",
                    Severity.WARNING,
                    contradiction.sentence(),
                    policy.with(contradiction.superfluous(), false));
        }
    }

    /** One fix for all, where no single one leaves the policy without a finding. */
    private void together(SevPolicy policy) {
        SevPolicy clean = policy.withoutReserved();
        for (PolicyContradiction contradiction : PolicyContradiction.of(clean)) {
            clean = clean.with(contradiction.superfluous(), false);
        }
        if (!mended.isEmpty() && !mended.contains(clean)) {
            add(
                    "policy-several",
                    Severity.INFO,
                    "More than one thing is wrong with the policy; "
                            + clean.toHex()
                            + " puts all of them right.",
                    clean);
        }
    }

    private void rewritten(String id, String message, SevPolicy value) {
        add(id, Severity.WARNING, message, value);
    }

    private void add(String id, Severity severity, String message, SevPolicy value) {
        mended.add(value);
        findings.add(
                at.finding(
                        id,
                        severity,
                        LaunchSecurityFields.POLICY.id(),
                        message,
                        "Write " + value.toHex(),
                        domain ->
                                LaunchSecurityFields.POLICY_TEXT
                                        .with()
                                        .apply(domain, value.toHex())));
    }

    private void unmendable(String id, String message, String fix) {
        findings.add(
                at.finding(id, Severity.ERROR, LaunchSecurityFields.POLICY.id(), message, fix));
    }
}
