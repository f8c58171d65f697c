package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The secrets for a guest: a line with name and file for each. */
final class SecretEntries {
    private static final String LUKS = "luks";

    private final JPanel component =
            new JPanel(new MigLayout("insets 0, wrap 2, gapy 4", "[grow,fill]6[fill]"));
    private final Texts texts;
    private final FileDialogs files;
    private final Runnable changed;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Creates the entries.
     *
     * @param changed called after each change
     */
    SecretEntries(Texts texts, FileDialogs files, Runnable changed) {
        this.texts = texts;
        this.files = files;
        this.changed = changed;
        component.setOpaque(false);
        add();
    }

    /** The fields of one secret. */
    private record Line(JTextField name, JTextField file, JButton choose, JButton remove) {}

    JPanel component() {
        return component;
    }

    /** Adds a line, the first for the key of the disk. */
    void add() {
        var line =
                new Line(
                        field("secret.name"),
                        field("secret.file"),
                        button("secret.chooseFile"),
                        button("secret.remove"));
        line.name().setText(lines.isEmpty() ? LUKS : "");
        line.choose()
                .addActionListener(
                        event ->
                                files.open("secret")
                                        .ifPresent(file -> line.file().setText(file.toString())));
        line.remove().addActionListener(event -> remove(line));
        lines.add(line);
        lay();
    }

    private void remove(Line line) {
        lines.remove(line);
        lay();
        changed.run();
    }

    private void lay() {
        component.removeAll();
        for (Line line : lines) {
            component.add(line.name(), "wmin 40");
            component.add(line.remove());
            component.add(line.file(), "wmin 40, gapbottom rel");
            component.add(line.choose(), "gapbottom rel");
        }
        component.revalidate();
        component.repaint();
    }

    private JTextField field(String id) {
        var field = new JTextField();
        field.getDocument().addDocumentListener(new TextChangeListener(changed));
        TextMenu.install(field, texts);
        field.setName(id);
        field.setToolTipText(texts.get(id + ".tip"));
        field.getAccessibleContext().setAccessibleName(texts.get(id));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get(id));
        return field;
    }

    private JButton button(String id) {
        var button = new JButton(texts.get(id));
        button.setName(id);
        return button;
    }

    /**
     * Returns the secrets, whose files have not been read yet.
     *
     * @throws ProblemException if there are none, or a line is not complete
     */
    List<NamedSecret> secrets() throws ProblemException {
        List<NamedSecret> secrets = new ArrayList<>();
        for (Line line : lines) {
            var guid = NamedSecret.guid(line.name().getText().strip());
            String file = line.file().getText().strip();
            if (guid.isEmpty()) {
                throw wrong("secret.name");
            }
            if (file.isEmpty()) {
                throw wrong("secret.file");
            }
            secrets.add(new NamedSecret(guid.get(), path(file)));
        }
        if (secrets.isEmpty()) {
            throw wrong("secret.none");
        }
        return secrets;
    }

    private Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException noName) {
            throw new ProblemException(wrong("secret.file").problem(), noName);
        }
    }

    private ProblemException wrong(String id) {
        return new ProblemException(
                new Problem(texts.get(id + ".wrong"), "", texts.get(id + ".fix")));
    }
}
