package io.sevguest.ui.window;

import io.sevguest.problem.Severity;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.Derived;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JList;
import javax.swing.ListSelectionModel;

/** The list of pages; each carries its worst finding as a dot. */
final class SideBar {
    private final JList<PageEntry> component;
    private final Map<String, Severity> worst = new HashMap<>();
    private final Texts texts;

    SideBar(List<PageEntry> entries, Texts texts, Consumer<PageEntry> chosen) {
        this.texts = texts;
        component = new JList<>(entries.toArray(PageEntry[]::new));
        component.setName("pages");
        component.getAccessibleContext().setAccessibleName(texts.get("window.pages"));
        component.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        component.setCellRenderer(new SideBarCell(this::title, this::worstOf));
        component.setSelectedIndex(0);
        component.addListSelectionListener(
                event -> {
                    PageEntry entry = component.getSelectedValue();
                    if (entry != null && !event.getValueIsAdjusting()) {
                        chosen.accept(entry);
                    }
                });
    }

    JList<PageEntry> component() {
        return component;
    }

    void select(PageEntry entry) {
        component.setSelectedValue(entry, true);
    }

    private String title(PageEntry entry) {
        return texts.get("page." + entry.id());
    }

    private Optional<Severity> worstOf(PageEntry entry) {
        return Optional.ofNullable(worst.get(entry.id()));
    }

    void show(Derived derived) {
        worst.clear();
        var model = component.getModel();
        for (int i = 0; i < model.getSize(); i++) {
            PageEntry entry = model.getElementAt(i);
            derived.findings().stream()
                    .filter(finding -> entry.isAbout(finding.where()))
                    .map(finding -> finding.severity())
                    .min(Severity::compareTo)
                    .ifPresent(severity -> worst.put(entry.id(), severity));
        }
        component.repaint();
    }
}
