package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import io.sevguest.problem.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of the rules for one guest.
 *
 * @param results in the order of the table, including rules that the guest passed
 */
public record ReadinessReport(List<RuleResult> results) {
    /** The report before any rule was applied. */
    public static final ReadinessReport NONE = new ReadinessReport(List.of());

    public ReadinessReport {
        results = List.copyOf(results);
    }

    /** Returns all findings, the worst first. */
    public List<Finding> findings() {
        return findings(true);
    }

    /**
     * Returns the findings, the worst first.
     *
     * @param encrypted whether the guest is to be started encrypted; otherwise its launch security,
     *     certificate and session do not matter
     */
    public List<Finding> findings(boolean encrypted) {
        return sorted(
                results.stream().filter(it -> encrypted || !it.rule().subject().isEncryptedOnly()));
    }

    /** Returns the errors that keep a guest from starting, encrypted or not. */
    public List<Finding> errors(boolean encrypted) {
        return errors(findings(encrypted));
    }

    /** Returns the errors in launch security, certificate and session. */
    public List<Finding> securityErrors() {
        return errors(sorted(results.stream().filter(it -> it.rule().subject().isEncryptedOnly())));
    }

    private static List<Finding> sorted(Stream<RuleResult> results) {
        return results.flatMap(result -> result.findings().stream())
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
    }
}
