package io.sevguest.ui.launch;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.run.RunningGuest;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingRow;
import javax.swing.JButton;

/** The commands for a running guest and its console. */
final class RunButtons extends WrappingRow {
    private final transient GuestRun run;
    private final transient Texts texts;
    private final transient EnablementReason pause;
    private final transient EnablementReason resume;
    private final transient EnablementReason powerDown;
    private final transient EnablementReason reset;
    private final transient EnablementReason kill;
    private final transient EnablementReason viewer;

    RunButtons(GuestRun run, ScreenViewer screen, ConsoleWindow console, Texts texts) {
        this.run = run;
        this.texts = texts;
        pause = command("launch.pause", () -> run.ask(RunningGuest::pause));
        resume = command("launch.resume", () -> run.ask(RunningGuest::resume));
        powerDown = command("launch.powerDown", () -> run.ask(RunningGuest::powerDown));
        reset = command("launch.reset", () -> run.ask(RunningGuest::reset));
        kill = command("launch.kill", run::kill);
        viewer = command("launch.viewer", () -> run.plan().ifPresent(screen::open));
        JButton move = button("launch.consoleWindow", console::toggle);
        console.onMove(() -> showMove(move, console.isOpen()));
    }

    private EnablementReason command(String id, Runnable handler) {
        return new EnablementReason(button(id, handler));
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

    private void showMove(JButton move, boolean open) {
        texts.caption(open ? "launch.consoleBack" : "launch.consoleWindow").show(move);
    }

    /** Enables the commands that fit the guest's state; the others show the reason. */
    void showState() {
        RunState state = run.state();
        boolean up = state.isUp();
        boolean noReset = run.plan().map(LaunchPlan::hasEncryptedState).orElse(false);
        boolean hasScreen = run.plan().map(LaunchPlan::hasScreenSocket).orElse(false);
        String down =
                texts.get(state == RunState.STARTING ? "launch.off.starting" : "launch.off.down");
        pause.set(state == RunState.RUNNING, up ? texts.get("launch.off.paused") : down);
        resume.set(
                up && state != RunState.RUNNING,
                state == RunState.RUNNING ? texts.get("launch.off.running") : down);
        powerDown.set(up, down);
        reset.set(up && !noReset, up ? texts.get("launch.reset.refused") : down);
        kill.set(state.isAlive(), down);
        viewer.set(up && hasScreen, up ? texts.get("launch.off.noScreen") : down);
    }
}
