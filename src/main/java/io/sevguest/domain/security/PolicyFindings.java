package io.sevguest.domain.security;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.xml.Element;
import io.sevguest.policy.PolicyContradiction;
import io.sevguest.policy.PolicyPreset;
import io.sevguest.policy.PolicyText;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.EscapedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds errors and doubts in a policy, both in its text and in its bits. */
final class PolicyFindings {
    private static final FindingTable TABLE = FindingTable.beside(PolicyFindings.class);

    private final DomainXml domain;
    private final Element element;
    private final PolicyText text;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<SevPolicy> proposed = new HashSet<>();

    /** The value, also if libvirt rejects it only because of trailing spaces. */
    private final Optional<SevPolicy> meant;

    private PolicyFindings(DomainXml domain, Element element, PolicyText text) {
        this.domain = domain;
        this.element = element;
        this.text = text;
        meant = new PolicyText(XmlSpace.strip(text.text())).value();
    }

    /**
     * Returns the findings about a policy.
     *
     * @param element the element they are about
     */
    static List<Finding> check(DomainXml domain, Element element, PolicyText text) {
        var check = new PolicyFindings(domain, element, text);
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
        String written = value.get().toHex();
        if (text.hasLeadingBlanks()) {
            add(TABLE.finding("policy-leading-blanks", written), value.get());
        }
        if (text.hasUpperCase()) {
            add(TABLE.finding("policy-upper-case", written), value.get());
        }
        if (XmlSpace.strip(text.text()).startsWith("+")) {
            add(TABLE.finding("policy-sign", written), value.get());
        }
        text.decimalReading().ifPresent(decimal -> ambiguous(value.get(), decimal));
    }

    private void unreadable() {
        if (XmlSpace.isBlank(text.text())) {
            SevPolicy usual = PolicyPreset.SEV.policy();
            add(TABLE.finding("policy-missing", usual.toHex()), usual);
        } else if (meant.isPresent()) {
            add(TABLE.finding("policy-trailing-blanks", meant.get().toHex()), meant.get());
        } else if (text.isTooLong()) {
            add(TABLE.finding("policy-too-long", EscapedText.excerpt(text.text())));
        } else {
            add(TABLE.finding("policy-unreadable", EscapedText.excerpt(text.text())));
        }
    }

    private void ambiguous(SevPolicy hex, SevPolicy decimal) {
        add(
                TABLE.finding(
                        "policy-ambiguous",
                        hex.toHex(),
                        XmlSpace.strip(text.text()),
                        hex.toDecimal(),
                        decimal.toDecimal(),
                        decimal.toHex()),
                hex);
    }

    private void bits(SevPolicy policy) {
        if (policy.reserved() != 0) {
            SevPolicy clean = policy.withoutReserved();
            add(TABLE.finding("policy-reserved-bits", clean.toHex(), policy.reserved()), clean);
        }
        for (PolicyContradiction contradiction : PolicyContradiction.of(policy)) {
            SevPolicy clean = policy.with(contradiction.superfluous(), false);
            add(
                    TABLE.finding("policy-contradiction", clean.toHex(), contradiction.sentence()),
                    clean);
        }
    }

    /** Adds one fix for all problems, if no single one leaves the policy without a finding. */
    private void together(SevPolicy policy) {
        SevPolicy clean = policy.withoutReserved();
        for (PolicyContradiction contradiction : PolicyContradiction.of(clean)) {
            clean = clean.with(contradiction.superfluous(), false);
        }
        if (!proposed.isEmpty() && !proposed.contains(clean)) {
            add(TABLE.finding("policy-several", clean.toHex()), clean);
        }
    }

    private void add(Finding finding, SevPolicy value) {
        proposed.add(value);
        String written = value.toHex();
        add(
                finding.fixedBy(
                        fixed -> LaunchSecurityFields.POLICY_TEXT.with().apply(fixed, written)));
    }

    private void add(Finding finding) {
        findings.add(finding.at(domain, element).about(LaunchSecurityFields.POLICY.id()));
    }
}
