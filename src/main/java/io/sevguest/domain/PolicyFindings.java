package io.sevguest.domain;

import io.sevguest.policy.PolicyContradiction;
import io.sevguest.policy.PolicyPreset;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong or doubtful in a policy, as text and as bits. */
final class PolicyFindings {
    private final FindingAt at;
    private final PolicyText text;
    private final List<Finding> findings = new ArrayList<>();

    private PolicyFindings(FindingAt at, PolicyText text) {
        this.at = at;
        this.text = text;
    }

    static List<Finding> check(FindingAt at, PolicyText text) {
        var check = new PolicyFindings(at, text);
        check.spelling();
        text.value().ifPresent(check::bits);
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
        if (text.text().strip().startsWith("+")) {
            rewritten(
                    "policy-sign",
                    "A sign stands before the policy. libvirt's parser takes it, its schema does"
                            + " not: virt-xml-validate and virsh define --validate fail.",
                    value.get());
        }
        text.decimalReading().ifPresent(decimal -> ambiguous(value.get(), decimal));
    }

    private void unreadable() {
        Optional<SevPolicy> stripped = new PolicyText(text.text().strip()).value();
        if (text.text().isBlank()) {
            SevPolicy usual = PolicyPreset.SEV.policy();
            add(
                    "policy-missing",
                    Severity.ERROR,
                    "There is no policy; libvirt refuses the domain.",
                    usual);
        } else if (stripped.isPresent()) {
            add(
                    "policy-trailing-blanks",
                    Severity.ERROR,
                    "Blanks or line ends stand after the policy; libvirt's parser and its schema"
                            + " both refuse that.",
                    stripped.get());
        } else if (text.isTooLong()) {
            unmendable(
                    "policy-too-long",
                    "The policy \"" + text.text() + "\" has more than 32 bits; libvirt refuses it.",
                    "Write at most eight hexadecimal digits.");
        } else {
            unmendable(
                    "policy-unreadable",
                    "The policy \""
                            + text.text()
                            + "\" is not a hexadecimal number; libvirt refuses the domain.",
                    "Write hexadecimal digits, such as 0x0003.");
        }
    }

    private void ambiguous(SevPolicy hex, SevPolicy decimal) {
        rewritten(
                "policy-ambiguous",
                "The policy %s has no 0x. libvirt reads it as hexadecimal: %s, decimal %d. If decimal %d was meant, it is %s."
                        .formatted(
                                text.text().strip(),
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

    private void rewritten(String id, String message, SevPolicy value) {
        add(id, Severity.WARNING, message, value);
    }

    private void add(String id, Severity severity, String message, SevPolicy mended) {
        findings.add(
                at.finding(
                        id,
                        severity,
                        LaunchSecurityFields.POLICY.id(),
                        message,
                        "Write " + mended.toHex(),
                        domain ->
                                LaunchSecurityFields.POLICY_TEXT
                                        .with()
                                        .apply(domain, mended.toHex())));
    }

    private void unmendable(String id, String message, String fix) {
        findings.add(
                at.finding(id, Severity.ERROR, LaunchSecurityFields.POLICY.id(), message, fix));
    }
}
