package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.diagnosis.Cause;
import io.sevguest.diagnosis.GuestCheck;
import io.sevguest.problem.Problem;
import io.sevguest.ui.form.PageScroller;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.theme.Icons;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The result of a check in large letters, with the reasons below. */
final class VerdictPanel {
    private final JPanel component =
            new JPanel(
                    new MigLayout(
                            "insets 12 14 12 14, wrap 2, gapy 4, hidemode 3", "[]12[grow,fill]"));
    private final Texts texts;

    VerdictPanel(Texts texts) {
        this.texts = texts;
        component.putClientProperty(
                FlatClientProperties.STYLE, "arc: 10; background: $TextField.background");
    }

    JPanel component() {
        return component;
    }

    /** Shows that nothing has been checked yet. */
    void showNone() {
        begin(Icons.FINDING_INFO, texts.get("measurement.verdict.none"));
        end();
    }

    void show(GuestCheck.Verdict verdict) {
        if (verdict.matches()) {
            begin(Icons.FINDING_GOOD, texts.get("measurement.verdict.match"));
            line(texts.get("measurement.verdict.match.means"));
        } else {
            begin(Icons.FINDING_ERROR, texts.get("measurement.verdict.mismatch"));
            line(texts.get("measurement.verdict.mismatch.means"));
            causes(verdict.causes());
        }
        note(
                texts.get(
                        "measurement.verdict.inputs",
                        verdict.inputs().policy().toHex(),
                        verdict.inputs().policy().toDecimal(),
                        verdict.inputs().api(),
                        verdict.inputs().digest().toHex()));
        end();
        PageScroller.changed(component);
    }

    /** Shows the problem that prevented the check. */
    void show(Problem problem) {
        begin(Icons.FINDING_WARNING, texts.get("measurement.verdict.notChecked"));
        line(problem.where().isEmpty() ? problem.what() : problem.where() + ": " + problem.what());
        if (!problem.fix().isEmpty()) {
            note(problem.fix());
        }
        end();
        PageScroller.changed(component);
    }

    private void causes(List<Cause> causes) {
        String key = causes.isEmpty() ? "unexplained" : causes.size() == 1 ? "cause" : "causes";
        var heading = new WrappedText(texts.get("measurement.verdict." + key));
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "semibold");
        component.add(heading, "skip 1, wmin 40, gaptop 6");
        for (Cause cause : causes) {
            line("•  " + cause.what());
            note("    " + cause.fix());
        }
    }

    private void begin(Icons icon, String words) {
        component.removeAll();
        var verdict = new WrappedText(words);
        verdict.setName("measurement.verdict");
        verdict.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        verdict.getAccessibleContext().setAccessibleName(words);
        component.add(new JLabel(icon.icon()), "aligny top, gaptop 4");
        component.add(verdict, "wmin 40");
    }

    private void line(String words) {
        component.add(new WrappedText(words), "skip 1, wmin 40");
    }

    private void note(String words) {
        var note = new WrappedText(words);
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        component.add(note, "skip 1, wmin 40");
    }

    private void end() {
        component.revalidate();
        component.repaint();
    }
}
