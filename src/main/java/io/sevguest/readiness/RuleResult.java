package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import java.util.List;

/**
 * The result of a rule for one guest.
 *
 * @param findings empty if the guest passed
 */
public record RuleResult(Rule rule, List<Finding> findings) {
    public RuleResult {
        findings = List.copyOf(findings);
    }
}
