package io.sevguest.readiness;

import io.sevguest.domain.FindingTable;
import io.sevguest.domain.xml.XmlFault;
import java.util.List;

/** Asks every rule about a guest. Whoever shows, prints or obeys findings takes them from here. */
public final class Readiness {
    private static final FindingTable TABLE = FindingTable.beside(Readiness.class);

    private Readiness() {}

    /** Returns what each rule answers about a guest. */
    public static ReadinessReport of(GuestEvidence guest) {
        return new ReadinessReport(Rules.ALL.stream().map(rule -> rule.ask(guest)).toList());
    }

    /** Returns the one finding about a text that is not well-formed, and so cannot be judged. */
    public static ReadinessReport ofMalformed(XmlFault fault) {
        var finding =
                TABLE.finding("xml-malformed", fault.what(), fault.fix())
                        .onLine(fault.position().line());
        var rule =
                new Rule(
                        RuleSubject.DEFINITION, "Is the document well-formed?", guest -> List.of());
        return new ReadinessReport(List.of(new RuleResult(rule, List.of(finding))));
    }
}
