package io.sevguest.ui.page;

import io.sevguest.recognition.LabelledField;
import io.sevguest.recognition.Recognized;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The facts about something recognised, a label and its value a row. */
final class FieldTable {
    private static final int LONGEST_VALUE = 96;

    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 2, gapy 1", "[right][grow,fill]"));
    private final Texts texts;

    FieldTable(Texts texts) {
        this.texts = texts;
    }

    JPanel component() {
        return component;
    }

    void show(Recognized found) {
        component.removeAll();
        row(texts.get("certificate.wrapping"), found.wrapping());
        row(texts.get("certificate.size"), texts.get("certificate.bytes", found.size()));
        row(texts.get("certificate.sha256"), found.sha256());
        for (LabelledField field : found.fields()) {
            if (field.size() == 0 || field.value().length() <= LONGEST_VALUE) {
                row(field.label(), field.value());
            }
        }
        component.revalidate();
        component.repaint();
    }

    private void row(String label, String value) {
        var name = new JLabel(label);
        name.putClientProperty("FlatLaf.styleClass", "small");
        var words = new WrappedText(value);
        words.setLineWrap(true);
        words.setWrapStyleWord(false);
        words.setFocusable(true);
        words.putClientProperty("FlatLaf.styleClass", "small");
        name.setLabelFor(words);
        component.add(name, "aligny top");
        component.add(words, "wmin 40");
    }
}
