package io.sevguest.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JComponent;

/** One field in a form: its component, how it is filled, and its messages. */
final class FieldRow {
    private final String id;
    private final JComponent component;
    private final Consumer<DomainXml> fill;
    private final Messages messages;

    FieldRow(String id, JComponent component, Consumer<DomainXml> fill, Messages messages) {
        this.id = id;
        this.component = component;
        this.fill = fill;
        this.messages = messages;
    }

    String id() {
        return id;
    }

    JComponent component() {
        return component;
    }

    void setEnabled(boolean on) {
        component.setEnabled(on);
        Enabling.set(component, on);
    }

    void fill(DomainXml domain) {
        fill.accept(domain);
    }

    void show(List<Finding> findings) {
        messages.show(findings);
        component.putClientProperty(FlatClientProperties.OUTLINE, outline(findings));
        component
                .getAccessibleContext()
                .setAccessibleDescription(
                        findings.stream().map(Finding::message).collect(Collectors.joining(" ")));
    }

    private static String outline(List<Finding> findings) {
        if (has(findings, Severity.ERROR)) {
            return FlatClientProperties.OUTLINE_ERROR;
        }
        return has(findings, Severity.WARNING) ? FlatClientProperties.OUTLINE_WARNING : null;
    }

    private static boolean has(List<Finding> findings, Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
