package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.problem.Count;
import io.sevguest.recognition.content.LabelledField;
import io.sevguest.recognition.content.RecognizedFile;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A table of facts, with a label and a value in each row. */
public final class FieldTable {
    private static final int LONGEST_VALUE = 96;

    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 2, gapy 1", "[]10[grow,fill]"));
    private final Texts texts;

    public FieldTable(Texts texts) {
        this.texts = texts;
    }

    public JPanel component() {
        return component;
    }

    public void show(RecognizedFile found) {
        component.removeAll();
        row(texts.get("certificate.wrapping"), found.wrapping());
        row(texts.get("certificate.size"), Count.of(found.size(), "byte"));
        row(texts.get("certificate.sha256"), found.sha256());
        int colored = 0;
        for (LabelledField field : found.fields()) {
            JLabel name = row(field.label(), value(field));
            if (field.size() > 0) {
                name.setIcon(new Swatch(BlobColors.of(colored)));
                colored++;
            }
        }
        component.revalidate();
        component.repaint();
    }

    private static String value(LabelledField field) {
        return field.value().length() <= LONGEST_VALUE
                ? field.value()
                : field.value().substring(0, LONGEST_VALUE) + "…";
    }

    private JLabel row(String label, String value) {
        var name = new JLabel(label);
        var words = new WrappedText(value);
        words.setLineWrap(true);
        words.setWrapStyleWord(false);
        words.setFocusable(true);
        words.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        name.setLabelFor(words);
        component.add(name, "aligny top");
        component.add(words, "wmin 40");
        return name;
    }
}
