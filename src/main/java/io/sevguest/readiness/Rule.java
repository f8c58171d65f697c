package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import java.util.List;
import java.util.function.Function;

/**
 * One row of the table of rules.
 *
 * @param subject what it is about
 * @param question the question that it answers, as a full sentence
 * @param check its findings about a guest; pure
 */
public record Rule(
        RuleSubject subject, String question, Function<GuestEvidence, List<Finding>> check) {
    /** Applies the rule to a guest. */
    RuleResult ask(GuestEvidence guest) {
        return new RuleResult(this, check.apply(guest));
    }
}
