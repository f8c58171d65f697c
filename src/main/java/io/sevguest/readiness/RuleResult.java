package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import java.util.List;

/**
 * The answer of a rule about one guest.
 *
 * @param findings none where the guest passed
 */
public record RuleResult(Rule rule, List<Finding> findings) {
    public RuleResult {
        findings = List.copyOf(findings);
    }
}
