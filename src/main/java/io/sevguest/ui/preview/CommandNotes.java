package io.sevguest.ui.preview;

import io.sevguest.qemu.command.Assumption;
import io.sevguest.qemu.command.Omission;
import io.sevguest.qemu.command.QemuCommand;
import io.sevguest.ui.form.Heading;
import io.sevguest.ui.form.Texts;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The parts of the document that a command omits, with the reason, and its assumptions. */
final class CommandNotes {
    private final JPanel component =
            new JPanel(new MigLayout("insets 6 0 0 0, wrap 1", "[grow,fill]", "[][grow,fill]"));
    private final Heading heading = new Heading("");
    private final JTextArea list = new JTextArea(4, 40);
    private final Texts texts;

    CommandNotes(Texts texts) {
        this.texts = texts;
        heading.setLabelFor(list);
        list.setName("preview.command.notes");
        list.setEditable(false);
        list.setLineWrap(true);
        list.setWrapStyleWord(true);
        var scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        component.add(heading, "gapleft 10");
        component.add(scroll, "hmin 0");
    }

    JPanel component() {
        return component;
    }

    void show(QemuCommand command) {
        heading.setText(
                texts.get(
                        "preview.command.notes",
                        command.omitted().size(),
                        command.assumed().size()));
        String words = words(command.omitted(), command.assumed());
        if (!words.equals(list.getText())) {
            list.setText(words);
            list.setCaretPosition(0);
        }
    }

    private String words(List<Omission> omitted, List<Assumption> assumed) {
        if (omitted.isEmpty() && assumed.isEmpty()) {
            return texts.get("preview.command.allCarried");
        }
        return String.join(
                "\n",
                Stream.concat(
                                omitted.stream()
                                        .map(
                                                part ->
                                                        texts.get(
                                                                "preview.command.omitted",
                                                                part.toText())),
                                assumed.stream()
                                        .map(
                                                part ->
                                                        texts.get(
                                                                "preview.command.assumed",
                                                                part.toText())))
                        .toList());
    }
}
