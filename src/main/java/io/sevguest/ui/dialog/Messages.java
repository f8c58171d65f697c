package io.sevguest.ui.dialog;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.problem.Problem;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import java.awt.Component;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Shows problems and asks the user for decisions. */
public final class Messages {
    private static final int WIDTH = 440;

    private final Component owner;
    private final Texts texts;

    public Messages(Component owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /** Shows a problem: what went wrong, where, and how to fix it. */
    public void show(Problem problem) {
        JOptionPane.showMessageDialog(
                owner,
                words(problem.what(), problem.where(), problem.fix()),
                texts.get("dialog.problem"),
                JOptionPane.ERROR_MESSAGE);
    }

    /** Shows a message. */
    public void tell(String title, String what, String fix) {
        JOptionPane.showMessageDialog(
                owner, words(what, "", fix), title, JOptionPane.WARNING_MESSAGE);
    }

    /**
     * Asks for one of several answers; Enter chooses the first.
     *
     * @return the index of the answer; empty if the dialog was closed
     */
    public OptionalInt ask(String title, String what, String fix, List<String> answers) {
        return ask(title, what, fix, answers, answers.get(0));
    }

    /**
     * Asks for one of several answers.
     *
     * @param usual the answer that Enter chooses
     * @return the index of the answer; empty if the dialog was closed
     */
    public OptionalInt ask(
            String title, String what, String fix, List<String> answers, String usual) {
        int answer =
                JOptionPane.showOptionDialog(
                        owner,
                        words(what, "", fix),
                        title,
                        JOptionPane.DEFAULT_OPTION,
                        JOptionPane.WARNING_MESSAGE,
                        null,
                        answers.toArray(),
                        usual);
        return answer < 0 ? OptionalInt.empty() : OptionalInt.of(answer);
    }

    private static JPanel words(String... parts) {
        var panel =
                new JPanel(
                        new MigLayout("insets 0, wrap 1, gapy unrel", "[" + WIDTH + "lp!,fill]"));
        for (String part : parts) {
            if (!part.isEmpty()) {
                var words = new WrappedText(part);
                words.setSize(UIScale.scale(WIDTH), UIScale.scale(WIDTH)); // computes their height
                panel.add(words, "wmin 40");
            }
        }
        return panel;
    }
}
