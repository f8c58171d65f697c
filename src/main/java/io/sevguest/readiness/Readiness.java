package io.sevguest.readiness;

import io.sevguest.domain.Finding;
import io.sevguest.domain.FindingTable;
import io.sevguest.domain.xml.XmlFault;
import java.util.List;

/**
 * Applies every rule to a guest. This is the source of all findings that are shown, printed or
 * obeyed.
 */
public final class Readiness {
    private static final FindingTable TABLE = FindingTable.beside(Readiness.class);

    private Readiness() {}

    /** Returns the result of each rule for a guest. */
    public static ReadinessReport of(GuestEvidence guest) {
        return new ReadinessReport(Rules.ALL.stream().map(rule -> rule.ask(guest)).toList());
    }

    /** Returns the one finding about a guest whose check ended with a bug in the program. */
    public static ReadinessReport ofFault() {
        return only("Could the guest be checked?", TABLE.finding("not-checked"));
    }

    private static ReadinessReport only(String question, Finding answer) {
        var rule = new Rule(RuleSubject.DEFINITION, question, guest -> List.of());
        return new ReadinessReport(List.of(new RuleResult(rule, List.of(answer))));
    }

    /**
     * Returns the one finding about a text that is not well-formed, and therefore cannot be
     * checked.
     */
    public static ReadinessReport ofMalformed(XmlFault fault) {
        var finding =
                TABLE.finding("xml-malformed", fault.what(), fault.fix())
                        .onLine(fault.position().line());
        return only("Is the document well-formed?", finding);
    }
}
