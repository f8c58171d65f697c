package io.sevguest.ui.window;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.problem.Severity;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.RunningTask;
import io.sevguest.ui.task.TaskWatcher;
import io.sevguest.ui.theme.Icons;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The bar at the bottom: the number of findings, running work, and whether the file is saved. */
final class StatusBar implements TaskWatcher {
    /** The delay before work is shown, so that short work does not flicker. */
    private static final int SHOWN_AFTER_MS = 400;

    private final JPanel component =
            new JPanel(new MigLayout("insets 3 10 3 12, hidemode 3, fillx"));
    private final JButton findings = new JButton();
    private final JLabel note = new JLabel();
    private final JLabel step = new JLabel();
    private final JProgressBar percent = new JProgressBar(0, 100);
    private final JButton cancel = new JButton();
    private final JLabel file = new JLabel();
    private final Map<RunningTask, Timer> waiting = new LinkedHashMap<>();
    private final Texts texts;
    private RunningTask shown;

    StatusBar(Texts texts, Runnable showFindings) {
        this.texts = texts;
        findings.setName("status.findings");
        findings.putClientProperty(FlatClientProperties.BUTTON_TYPE, "toolBarButton");
        findings.addActionListener(event -> showFindings.run());
        step.setName("status.step");
        cancel.setName("status.cancel");
        texts.caption("status.cancel").show(cancel);
        cancel.putClientProperty(FlatClientProperties.BUTTON_TYPE, "toolBarButton");
        cancel.addActionListener(event -> shown.cancel());
        file.setName("status.file");
        component.add(findings);
        note.setName("status.note");
        component.add(note, "pushx, growx, wmin 0, gapleft unrel");
        component.add(step);
        component.add(percent, "w 120lp!");
        component.add(cancel);
        component.add(file, "gapleft unrel, wmin 60lp");
        hideTask();
    }

    JPanel component() {
        return component;
    }

    /** Shows the number of errors and warnings. */
    void show(GuestAnalysis derived) {
        long errors = count(derived, Severity.ERROR);
        long warnings = count(derived, Severity.WARNING);
        findings.setText(words(errors, warnings));
        findings.setIcon(icon(errors, warnings).icon());
    }

    private static Icons icon(long errors, long warnings) {
        if (errors > 0) {
            return Icons.FINDING_ERROR;
        }
        return warnings > 0 ? Icons.FINDING_WARNING : Icons.FINDING_GOOD;
    }

    private String words(long errors, long warnings) {
        if (errors + warnings == 0) {
            return texts.get("status.nothing");
        }
        String first = errors == 0 ? "" : texts.get(plural("status.error", errors), errors);
        String second =
                warnings == 0 ? "" : texts.get(plural("status.warning", warnings), warnings);
        return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
    }

    private static String plural(String key, long count) {
        return count == 1 ? key + ".one" : key + ".many";
    }

    private static long count(GuestAnalysis derived, Severity severity) {
        return derived.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Shows a message about the last action, until the guest changes again. */
    void tell(String words) {
        note.setText(words);
        note.setToolTipText(words.isEmpty() ? null : words);
    }

    /** Shows the name of the file, and whether it is saved. */
    void show(GuestModel guest) {
        tell("");
        String name = guest.file().map(f -> f.name()).orElse(texts.get("window.untitled"));
        file.setText(guest.isDirty() ? texts.get("status.unsaved", name) : name);
        file.setToolTipText(guest.path().map(Object::toString).orElse(null));
    }

    @Override
    public void at(RunningTask running, String words, int done) {
        if (shown == running) {
            showStep(words, done);
            return;
        }
        waiting.computeIfAbsent(running, this::timer).setActionCommand(words);
    }

    private Timer timer(RunningTask running) {
        var timer = new Timer(SHOWN_AFTER_MS, event -> showTask(running, event.getActionCommand()));
        timer.setRepeats(false);
        timer.start();
        return timer;
    }

    private void showTask(RunningTask running, String words) {
        waiting.remove(running);
        shown = running;
        showStep(words, -1);
        step.setVisible(true);
        percent.setVisible(true);
        cancel.setVisible(true);
    }

    private void showStep(String words, int done) {
        step.setText(words);
        percent.setIndeterminate(done < 0);
        percent.setValue(Math.max(done, 0));
    }

    @Override
    public void ended(RunningTask running) {
        Timer timer = waiting.remove(running);
        if (timer != null) {
            timer.stop();
        }
        if (shown == running) {
            hideTask();
        }
    }

    private void hideTask() {
        shown = null;
        step.setVisible(false);
        percent.setVisible(false);
        cancel.setVisible(false);
    }
}
