package io.sevguest.ui.preview;

import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.Derivation;
import io.sevguest.ui.guest.Derived;
import io.sevguest.ui.guest.GuestModel;
import javax.swing.JTabbedPane;

/** The previews beside the forms; only the one that can be seen is kept up to date. */
public final class PreviewTabs {
    private final JTabbedPane tabs = new JTabbedPane();
    private final Derivation derivation;
    private final XmlPane xml;
    private final ChangesPane changes;

    /**
     * @param saveAs asks for a file and writes the document there
     */
    public PreviewTabs(GuestModel guest, Derivation derivation, Texts texts, Runnable saveAs) {
        this.derivation = derivation;
        xml = new XmlPane(guest, texts, saveAs);
        changes = new ChangesPane(texts);
        tabs.setName("preview");
        tabs.getAccessibleContext().setAccessibleName(texts.get("preview.name"));
        tabs.addTab(texts.get("preview.xml.tab"), xml.component());
        tabs.addTab(texts.get("preview.changes.tab"), changes.component());
        tabs.addChangeListener(event -> showTab());
        derivation.addListener(this::show);
        showTab();
    }

    public JTabbedPane component() {
        return tabs;
    }

    private void showTab() {
        xml.setVisible(tabs.getSelectedComponent() == xml.component());
        show(derivation.latest());
    }

    private void show(Derived derived) {
        if (tabs.getSelectedComponent() == xml.component()) {
            xml.show(derived);
        } else if (tabs.getSelectedComponent() == changes.component()) {
            changes.show(derived);
        }
    }
}
