package io.sevguest.ui.launch;

import io.sevguest.domain.DomainXml;
import io.sevguest.qemu.command.OwnArguments;
import io.sevguest.ui.form.Texts;
import java.awt.Component;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The question before the start of a guest whose XML contains its own QEMU arguments. */
final class CommandLineQuestion {
    private static final int ROWS = 8;
    private static final int COLUMNS = 60;

    private final Texts texts;

    CommandLineQuestion(Texts texts) {
        this.texts = texts;
    }

    /** Returns true at once if there are no such arguments, or else the user's answer. */
    boolean isAgreed(Component window, DomainXml domain) {
        OwnArguments own = OwnArguments.of(domain);
        if (own.isEmpty()) {
            return true;
        }
        Object[] answers = {
            texts.get("launch.commandLine.start"), texts.get("launch.commandLine.cancel")
        };
        Object[] message = {texts.get("launch.commandLine.question"), lines(own)};
        int answer =
                JOptionPane.showOptionDialog(
                        window,
                        message,
                        texts.get("launch.commandLine.title"),
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        answers,
                        answers[1]);
        return answer == 0;
    }

    private static JScrollPane lines(OwnArguments own) {
        var area = new JTextArea(String.join("\n", own.lines()), ROWS, COLUMNS);
        area.setName("launch.commandLine.lines");
        area.setEditable(false);
        area.setCaretPosition(0);
        return new JScrollPane(area);
    }
}
