package io.sevguest.domain;

import io.sevguest.domain.xml.Element;
import io.sevguest.problem.EscapedText;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A finding about a document.
 *
 * @param id stable name of the rule, such as {@code policy-ambiguous}
 * @param where id of the form field it is about; may be empty
 * @param xpath the element it is about; may be empty
 * @param line of that element, from 1; 0 if there is none
 * @param message full sentences: the fact and its consequence
 * @param fix full sentences; empty if nothing needs to be fixed
 * @param action the edit that fixes it, if there is one
 */
public record Finding(
        String id,
        Severity severity,
        String where,
        String xpath,
        int line,
        String message,
        String fix,
        Optional<Fix> action) {
    public Finding {
        message = EscapedText.text(message);
        fix = EscapedText.text(fix);
    }

    /** Returns the same finding about a field of the form. */
    public Finding about(String field) {
        return new Finding(id, severity, field, xpath, line, message, fix, action);
    }

    /** Returns the same finding with another severity than the table's, which is the usual one. */
    public Finding as(Severity other) {
        return new Finding(id, other, where, xpath, line, message, fix, action);
    }

    /** Returns the same finding on a line of a text, from 1. */
    public Finding onLine(int number) {
        return new Finding(id, severity, where, xpath, number, message, fix, action);
    }

    /** Returns the same finding at an element of a document. */
    public Finding at(DomainXml domain, Element element) {
        int row = domain.line(element);
        return new Finding(id, severity, where, element.path(), row, message, fix, action);
    }

    /**
     * Returns the same finding with an edit that fixes it. The edit is labeled with the sentence
     * that says how to fix it.
     */
    public Finding fixedBy(UnaryOperator<DomainXml> edit) {
        String label = fix.endsWith(".") ? fix.substring(0, fix.length() - 1) : fix;
        return new Finding(
                id, severity, where, xpath, line, message, fix, Optional.of(new Fix(label, edit)));
    }

    /** Returns the same finding with an edit that fixes it and has a label of its own. */
    public Finding fixedBy(Fix edit) {
        return new Finding(id, severity, where, xpath, line, message, fix, Optional.of(edit));
    }

    /**
     * Returns everything that a reader sees, for comparison; an edit, which cannot be compared, is
     * represented by its label.
     */
    public List<Object> words() {
        return List.of(id, severity, where, xpath, line, message, fix, action.map(Fix::label));
    }
}
