package io.sevguest.domain;

import io.sevguest.domain.xml.Element;
import io.sevguest.problem.Severity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the findings about one element of a document. */
public record FindingAt(DomainXml domain, Element element) {
    /** A finding about a field, with what puts it right if a click can. */
    public Finding finding(
            String id,
            Severity severity,
            String where,
            String message,
            String fix,
            Optional<Fix> action) {
        return new Finding(
                id, severity, where, element.path(), domain.line(element), message, fix, action);
    }

    public Finding finding(String id, Severity severity, String where, String message, String fix) {
        return finding(id, severity, where, message, fix, Optional.empty());
    }

    public Finding finding(
            String id,
            Severity severity,
            String where,
            String message,
            String label,
            UnaryOperator<DomainXml> edit) {
        return finding(
                id, severity, where, message, label + ".", Optional.of(new Fix(label, edit)));
    }
}
