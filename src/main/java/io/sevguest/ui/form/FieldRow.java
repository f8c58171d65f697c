package io.sevguest.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.Fix;
import io.sevguest.problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** One field in a form: its component, the code that fills it, and its messages. */
final class FieldRow {
    private final String id;
    private final JComponent component;
    private final Consumer<DomainXml> fill;
    private final FieldMessages messages;
    private List<Finding> found = List.of();
    private Optional<Finding> wrong = Optional.empty();

    FieldRow(String id, JComponent component, Consumer<DomainXml> fill, FieldMessages messages) {
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
        ComponentTree.set(component, on);
    }

    void fill(DomainXml domain) {
        fill.accept(domain);
    }

    void show(List<Finding> now) {
        found = now;
        show();
    }

    /**
     * Shows that the content of the field is not valid; an empty text means that it is valid again.
     */
    void showWrong(String what) {
        wrong =
                Optional.of(what)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Finding(id, Severity.ERROR, id, "", 0, text, "", none()));
        show();
    }

    private static Optional<Fix> none() {
        return Optional.empty();
    }

    private void show() {
        List<Finding> findings = Stream.concat(wrong.stream(), found.stream()).toList();
        messages.show(findings);
        component.putClientProperty(FlatClientProperties.OUTLINE, outline(findings));
        String said = findings.stream().map(Finding::message).collect(Collectors.joining(" "));
        component
                .getAccessibleContext()
                .setAccessibleDescription(said.isEmpty() ? component.getToolTipText() : said);
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
