package io.sevguest.ui.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.Finding;
import io.sevguest.ui.text.LineChange;
import io.sevguest.ui.text.LineDiff;
import io.sevguest.ui.text.LineEnds;
import java.util.List;

/**
 * What follows from a guest's text: pure, computed off the event thread, drawn once.
 *
 * @param changes the lines that differ from what was opened or saved last
 */
public record Derived(DomainText text, List<Finding> findings, List<LineChange> changes) {
    public Derived {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** Nothing computed yet. */
    static Derived none(DomainText text) {
        return new Derived(text, List.of(), List.of());
    }

    /** Computes all of it. */
    public static Derived of(Inputs inputs) {
        return new Derived(
                inputs.text(),
                List.of(),
                LineDiff.between(
                        LineEnds.of(inputs.saved().text()).shown(),
                        LineEnds.of(inputs.text().text()).shown()));
    }

    /** The findings about one field. */
    public List<Finding> findingsOf(String field) {
        return findings.stream().filter(finding -> finding.where().equals(field)).toList();
    }
}
