package io.sevguest.ui.launch;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.Finding;
import io.sevguest.problem.Problem;
import io.sevguest.problem.Severity;
import io.sevguest.ui.form.SeverityStyle;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.theme.Icons;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The obstacles to the launch, each with its fix. */
final class ReadinessPanel extends JPanel {
    private final transient Texts texts;
    private transient List<Line> shown = List.of();

    private record Line(Severity severity, boolean good, String what, String fix) {}

    ReadinessPanel(Texts texts) {
        super(new MigLayout("insets 0, wrap 2, gapy 3", "[]8[grow,fill]", "[top]"));
        this.texts = texts;
        setName("launch.readiness");
    }

    /** Shows that the machine is being probed. */
    void showAsking() {
        showLines(List.of(new Line(Severity.INFO, false, texts.get("launch.asking"), "")));
    }

    /** Shows the reasons why no launch can be planned. */
    void showMissing(List<Problem> missing) {
        showLines(missing.stream().map(ReadinessPanel::line).toList());
    }

    private static Line line(Problem problem) {
        return new Line(Severity.ERROR, false, problem.what(), problem.fix());
    }

    /**
     * Shows the obstacles.
     *
     * @param ready the text that is shown if there are none
     */
    void show(List<Finding> obstacles, String ready) {
        showLines(
                obstacles.isEmpty()
                        ? List.of(new Line(Severity.INFO, true, ready, ""))
                        : obstacles.stream()
                                .map(
                                        found ->
                                                new Line(
                                                        found.severity(),
                                                        false,
                                                        found.message(),
                                                        found.fix()))
                                .toList());
    }

    private void showLines(List<Line> lines) {
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        removeAll();
        for (Line line : lines) {
            add(new JLabel(icon(line)));
            add(new WrappedText(line.what()), "wmin 40");
            if (!line.fix().isEmpty()) {
                var fix = new WrappedText(line.fix());
                fix.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
                add(fix, "skip 1, wmin 40, gapbottom rel");
            }
        }
        revalidate();
        repaint();
    }

    private static Icon icon(Line line) {
        return line.good()
                ? Icons.FINDING_GOOD.icon()
                : SeverityStyle.of(line.severity()).icon().icon();
    }
}
