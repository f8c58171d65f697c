package io.sevguest.ui.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.Finding;
import java.util.List;

/** What follows from a guest's text: pure, computed off the event thread, drawn once. */
public record Derived(DomainText text, List<Finding> findings) {
    public Derived {
        findings = List.copyOf(findings);
    }

    /** Nothing computed yet. */
    static Derived none(DomainText text) {
        return new Derived(text, List.of());
    }

    /** Computes all of it. */
    public static Derived of(Inputs inputs) {
        return new Derived(inputs.text(), List.of());
    }

    /** The findings about one field. */
    public List<Finding> findingsOf(String field) {
        return findings.stream().filter(finding -> finding.where().equals(field)).toList();
    }
}
