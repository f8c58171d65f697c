package io.sevguest.domain;

import io.sevguest.problem.Severity;
import io.sevguest.problem.Visible;
import java.util.List;
import java.util.Optional;

/**
 * One judgement about a document.
 *
 * @param id stable name of the rule, such as {@code policy-ambiguous}
 * @param where id of the form field it is about; empty where none is
 * @param xpath the element it is about; empty where none is
 * @param line of that element, from 1; 0 where there is none
 * @param message full sentences: what is so and what follows
 * @param fix full sentences on how to mend it; empty where nothing needs mending
 * @param action the edit that mends it, where one can
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
        message = Visible.text(message);
        fix = Visible.text(fix);
    }

    /** All that a reader sees of it; edits cannot be compared, so their labels stand for them. */
    public List<Object> words() {
        return List.of(id, severity, where, xpath, line, message, fix, action.map(Fix::label));
    }
}
