package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import io.sevguest.domain.xml.XmlFault;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.Optional;

/** Asks every rule about a guest. Whoever shows, prints or obeys findings takes them from here. */
public final class Readiness {
    private static final String MALFORMED = "xml-malformed";

    private Readiness() {}

    /** Returns what each rule answers about a guest. */
    public static ReadinessReport of(GuestEvidence guest) {
        return new ReadinessReport(Rules.ALL.stream().map(rule -> rule.ask(guest)).toList());
    }

    /** Returns the one finding about a text that is not well-formed, and so cannot be judged. */
    public static ReadinessReport ofMalformed(XmlFault fault) {
        var finding =
                new Finding(
                        MALFORMED,
                        Severity.ERROR,
                        "",
                        "",
                        fault.position().line(),
                        fault.what(),
                        fault.fix(),
                        Optional.empty());
        var rule =
                new Rule(
                        RuleSubject.DEFINITION, "Is the document well-formed?", guest -> List.of());
        return new ReadinessReport(List.of(new RuleResult(rule, List.of(finding))));
    }
}
