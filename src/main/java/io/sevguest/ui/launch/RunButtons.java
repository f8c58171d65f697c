package io.sevguest.ui.launch;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RunningGuest;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappingRow;
import javax.swing.JButton;

/** What can be asked of a running guest. */
final class RunButtons extends WrappingRow {
    private final transient GuestRun run;
    private final transient Texts texts;
    private final JButton pause;
    private final JButton resume;
    private final JButton powerDown;
    private final JButton reset;
    private final JButton kill;
    private final JButton viewer;

    RunButtons(GuestRun run, ScreenViewer screen, Texts texts) {
        this.run = run;
        this.texts = texts;
        pause = button("launch.pause", () -> run.ask(RunningGuest::pause));
        resume = button("launch.resume", () -> run.ask(RunningGuest::resume));
        powerDown = button("launch.powerDown", () -> run.ask(RunningGuest::powerDown));
        reset = button("launch.reset", () -> run.ask(RunningGuest::reset));
        kill = button("launch.kill", run::kill);
        viewer = button("launch.viewer", () -> run.plan().ifPresent(screen::open));
    }

    private JButton button(String id, Runnable handler) {
        var button = new JButton();
        texts.caption(id).show(button);
        button.setName(id);
        button.setToolTipText(texts.get(id + ".tip"));
        button.putClientProperty(FlatClientProperties.STYLE, "margin: 3,7,3,7");
        button.addActionListener(event -> handler.run());
        add(button);
        return button;
    }

    /** Turns on what fits the guest's state; a reset that cannot be says why. */
    void showState() {
        RunState state = run.state();
        boolean up = state == RunState.RUNNING || state == RunState.PAUSED;
        boolean noReset = run.plan().map(LaunchPlan::hasEncryptedState).orElse(false);
        pause.setEnabled(state == RunState.RUNNING);
        resume.setEnabled(state == RunState.PAUSED);
        powerDown.setEnabled(up);
        reset.setEnabled(up && !noReset);
        reset.setToolTipText(texts.get(noReset ? "launch.reset.refused" : "launch.reset.tip"));
        kill.setEnabled(up);
        viewer.setEnabled(up && run.plan().map(LaunchPlan::hasScreenSocket).orElse(false));
    }
}
