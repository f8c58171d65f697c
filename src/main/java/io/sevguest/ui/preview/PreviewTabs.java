package io.sevguest.ui.preview;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.Origin;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.preview.text.WrapChoices;
import javax.swing.JTabbedPane;

/**
 * The previews next to the forms; only the visible one is kept up to date. The arguments of the
 * focused field and of the element at the XML's caret are marked in the command, and arguments link
 * back to them.
 */
public final class PreviewTabs {
    private final JTabbedPane tabs = new JTabbedPane();
    private final AnalysisRunner derivation;
    private final FieldFocus focus;
    private final XmlPane xml;
    private final CommandPane command;
    private final FilesPane files;
    private final ChangesPane changes;

    /**
     * Creates the previews.
     *
     * @param export saves the texts of previews
     * @param wraps the previews with wrapped lines
     */
    public PreviewTabs(
            GuestModel guest,
            AnalysisRunner derivation,
            FieldFocus focus,
            Texts texts,
            TextExport export,
            WrapChoices wraps) {
        this.derivation = derivation;
        this.focus = focus;
        xml = new XmlPane(guest, texts, wraps, export::saveDocument);
        command = new CommandPane(texts, export, wraps, this::jumpTo);
        files = new FilesPane(texts, wraps);
        changes = new ChangesPane(texts, export, wraps);
        tabs.setName("preview");
        tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        tabs.getAccessibleContext().setAccessibleName(texts.get("preview.name"));
        tabs.addTab(texts.get("preview.xml.tab"), xml.component());
        tabs.addTab(texts.get("preview.command.tab"), command.component());
        tabs.addTab(texts.get("preview.files.tab"), files.component());
        tabs.addTab(texts.get("preview.changes.tab"), changes.component());
        tabs.addChangeListener(event -> showTab());
        derivation.addListener(this::show);
        focus.onField(this::spotField);
        xml.onElement(this::spotElement);
        showTab();
    }

    public JTabbedPane component() {
        return tabs;
    }

    private void showTab() {
        xml.setVisible(tabs.getSelectedComponent() == xml.component());
        show(derivation.latest());
    }

    private void show(GuestAnalysis derived) {
        Object selected = tabs.getSelectedComponent();
        if (selected == xml.component()) {
            xml.show(derived);
        } else if (selected == command.component()) {
            command.show(derived);
        } else if (selected == files.component()) {
            derived.plan().ifPresent(files::show);
        } else {
            changes.show(derived);
        }
    }

    private void spotField(String field) {
        command.spot(origin -> !field.isEmpty() && origin.fieldId().equals(field));
        xml.spotField(field);
    }

    private void spotElement(Element element) {
        command.spot(
                origin ->
                        origin.element().start() >= element.start()
                                && origin.element().end() <= element.end());
    }

    /** Shows the form field of an argument, or its element if there is no field. */
    private void jumpTo(Origin origin) {
        xml.aimAt(origin.element());
        if (origin.fieldId().isEmpty()) {
            tabs.setSelectedComponent(xml.component());
        } else {
            focus.jumpTo(origin.fieldId());
        }
    }
}
