package io.sevguest.domain;

import io.sevguest.problem.Severity;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the findings about one element of a document. */
record FindingAt(DomainXml domain, Element element) {
    Finding finding(String id, Severity severity, String where, String message, String fix) {
        return new Finding(
                id,
                severity,
                where,
                element.path(),
                TextPosition.of(domain.text(), element.start()).line(),
                message,
                fix,
                Optional.empty());
    }

    Finding finding(
            String id,
            Severity severity,
            String where,
            String message,
            String label,
            UnaryOperator<DomainXml> edit) {
        Finding plain = finding(id, severity, where, message, label + ".");
        return new Finding(
                id,
                severity,
                where,
                plain.xpath(),
                plain.line(),
                message,
                plain.fix(),
                Optional.of(new Fix(label, edit)));
    }
}
