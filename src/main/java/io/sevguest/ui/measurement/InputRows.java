package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.ui.form.Heading;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.ResponsiveFormLayout;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Input rows that are not part of a document: a label, a field and buttons. */
final class InputRows {
    private static final String WIDE = "span, growx, wmin 40";

    private final JPanel component = new Rows();
    private final Map<String, JComponent> fields = new LinkedHashMap<>();
    private final Texts texts;
    private final Runnable changed;

    /**
     * Creates the rows.
     *
     * @param changed called when a text was typed
     */
    InputRows(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
    }

    JPanel component() {
        return component;
    }

    /** Returns the ids of the fields in their order. */
    List<String> ids() {
        return List.copyOf(fields.keySet());
    }

    /** Scrolls to a field and focuses it; returns whether it is on this page. */
    boolean jumpTo(String id) {
        Optional<JComponent> found = Optional.ofNullable(fields.get(id));
        found.ifPresent(
                field -> {
                    field.requestFocus();
                    field.scrollRectToVisible(new Rectangle(field.getSize()));
                });
        return found.isPresent();
    }

    void heading(String key) {
        component.add(
                new Heading(texts.get(key)),
                "span, left, gaptop " + (component.getComponentCount() == 0 ? "0" : "unrel"));
    }

    /** Adds an explanation in the color of notes. */
    WrappedText note(String key) {
        var note = new WrappedText(texts.get(key));
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        wide(note);
        return note;
    }

    void wide(JComponent part) {
        component.add(part, WIDE);
    }

    /** Adds a label and its field. */
    void row(String id, JComponent field) {
        row(id, field, field);
    }

    private void row(String id, JComponent field, JComponent shown) {
        var label = new JLabel();
        texts.caption(id + ".label").show(label);
        label.setLabelFor(field);
        field.setName(id);
        fields.put(id, field);
        String tip = texts.orEmpty(id + ".tip");
        field.setToolTipText(tip.isEmpty() ? null : tip);
        component.add(label, "aligny top, gaptop 4");
        component.add(shown, "growx, wmin 40");
    }

    JTextField text(String id) {
        JTextField field = field(id);
        row(id, field);
        return field;
    }

    /** Adds a text field with buttons after it. */
    JTextField text(String id, JComponent... behind) {
        JTextField field = field(id);
        var line = new JPanel(new MigLayout("insets 0", "[grow,fill]6[]"));
        line.setOpaque(false);
        line.add(field, "wmin 40");
        for (JComponent part : behind) {
            line.add(part);
        }
        row(id, field, line);
        return field;
    }

    /** Adds a field for a file name, with a button for a file chooser. */
    JTextField file(String id, Supplier<Optional<Path>> choose) {
        JButton button = button(id + ".choose", () -> {});
        JTextField field = text(id, button);
        button.addActionListener(
                event -> choose.get().ifPresent(file -> field.setText(file.toString())));
        return field;
    }

    JButton button(String id, Runnable handler) {
        var button = new JButton();
        texts.caption(id).show(button);
        button.setName(id);
        button.addActionListener(event -> handler.run());
        return button;
    }

    /** A panel in which labels are above their fields if there is little room. */
    private static final class Rows extends JPanel {
        private final transient ResponsiveFormLayout stacking = new ResponsiveFormLayout();

        Rows() {
            super(null);
            setLayout(stacking.layout());
        }

        @Override
        public void doLayout() {
            stacking.fit(this);
            super.doLayout();
        }
    }

    private JTextField field(String id) {
        var field = new JTextField();
        TextMenu.install(field, texts);
        String hint = texts.orEmpty(id + ".hint");
        if (!hint.isEmpty()) {
            field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, hint);
        }
        field.getDocument().addDocumentListener(new TextChangeListener(changed));
        return field;
    }
}
