package io.sevguest.ui.launch;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.Finding;
import io.sevguest.launch.LaunchObstacles;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.problem.Problem;
import io.sevguest.readiness.ReadinessReport;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Heading;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.Machine;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.page.Page;
import io.sevguest.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The page that starts the guest on this machine: obstacles, launch choices, and its console. If
 * the guest cannot be encrypted, the page only offers an explicit start without encryption.
 */
public final class LaunchPage implements Page {
    private final JPanel component =
            new JPanel(
                    new MigLayout("insets 14 18 18 18, wrap 1, hidemode 3", "[grow,fill]", "[]"));

    /** The part shown before a start; while a guest is running, its console replaces it. */
    private final JPanel before =
            new JPanel(new MigLayout("insets 0, wrap 1, hidemode 3", "[grow,fill]", "[]"));

    private final Consumer<Runnable> whenSettled;
    private final MachineModel machine;
    private final GuestRun run;
    private final Texts texts;
    private final ReadinessPanel readiness;
    private final ChoicesPanel choices;
    private final CommandLineQuestion commandLine;
    private final JButton launch;
    private final JButton startPlain;
    private final EnablementReason canLaunch;
    private final EnablementReason canStartPlain;
    private final WrappedText state = new WrappedText("");
    private final RunButtons buttons;
    private final RunTabs tabs;
    private Optional<LaunchPlan> plan = Optional.empty();
    private List<Finding> obstacles = List.of();

    /**
     * Creates the page.
     *
     * @param whenSettled runs something once the page shows the analysis of the current guest
     */
    public LaunchPage(
            MachineModel machine,
            GuestRun run,
            Tasks tasks,
            Texts texts,
            Consumer<Runnable> whenSettled) {
        this.whenSettled = whenSettled;
        this.machine = machine;
        this.run = run;
        this.texts = texts;
        readiness = new ReadinessPanel(texts);
        choices = new ChoicesPanel(machine, texts);
        commandLine = new CommandLineQuestion(texts);
        tabs = new RunTabs(run, texts);
        buttons =
                new RunButtons(
                        run, new ScreenViewer(tasks, texts, tabs::notice), tabs.window(), texts);
        launch = button("launch.start", true);
        startPlain = button("launch.startNotEncrypted", false);
        canLaunch = new EnablementReason(launch);
        canStartPlain = new EnablementReason(startPlain);
        state.setName("launch.state");
        state.putClientProperty(FlatClientProperties.STYLE_CLASS, "semibold");
        lay();
        run.onChange(this::showState);
        showState();
    }

    private void lay() {
        before.add(new Heading(texts.get("launch.section.readiness")));
        before.add(readiness, "wmin 40");
        before.add(new Heading(texts.get("launch.section.start")), "gaptop unrel");
        before.add(choices, "wmin 40");
        before.add(startButtons(), "gapbottom unrel");
        component.add(before, "wmin 40");
        component.add(state, "wmin 40");
        component.add(buttons);
        component.add(tabs.component(), "grow, pushy, wmin 40, h 200lp:240lp");
    }

    private JComponent startButtons() {
        var row = new WrappingRow();
        row.add(launch);
        row.add(startPlain);
        return row;
    }

    private JButton button(String id, boolean encrypted) {
        var button = new JButton();
        texts.caption(id).show(button);
        button.setName(id);
        button.setToolTipText(texts.get(id + ".tip"));
        button.addActionListener(event -> startSettled(encrypted, button));
        return button;
    }

    /**
     * Launches the guest as the document describes it if there are no obstacles, or else focuses
     * the alternative.
     */
    public void launch() {
        whenSettled.accept(this::launchNow);
    }

    private void startSettled(boolean encrypted, JButton pressed) {
        whenSettled.accept(
                () -> {
                    if (pressed.isEnabled()) {
                        start(encrypted);
                    }
                });
    }

    private void launchNow() {
        if (launch.isEnabled()) {
            start(true);
        } else {
            startPlain.requestFocusInWindow();
        }
    }

    private void start(boolean encrypted) {
        plan.map(found -> encrypted ? found : notEncrypted(found))
                .ifPresent(
                        found -> {
                            if (commandLine.isAgreed(component, found.domain())) {
                                run.start(found);
                                tabs.showConsole();
                            }
                        });
    }

    /** Returns the window into which the console can be moved. */
    public ConsoleWindow console() {
        return tabs.window();
    }

    /** Returns the plan for the same guest without SEV, possibly with another accelerator. */
    private LaunchPlan notEncrypted(LaunchPlan found) {
        Machine here = machine.machine();
        return LaunchPlan.of(
                found.domain(),
                found.files().uuid(),
                here.runtime(),
                here.target(),
                here.choices().withEncrypted(false));
    }

    @Override
    public JComponent component() {
        return component;
    }

    @Override
    public void close() {
        tabs.window().dispose();
    }

    @Override
    public void show(GuestAnalysis derived) {
        plan = derived.plan();
        showReadiness(derived);
        showState();
    }

    private void showReadiness(GuestAnalysis derived) {
        List<Problem> missing = missing(derived);
        if (!missing.isEmpty()) {
            readiness.showMissing(missing);
        } else if (machine.report().isEmpty()) {
            readiness.showAsking();
        } else {
            plan.ifPresent(found -> showObstacles(found, derived.readiness()));
        }
    }

    /** Returns the reasons why no launch can be planned: there is no guest, no QEMU, or neither. */
    private List<Problem> missing(GuestAnalysis derived) {
        List<Problem> missing = new ArrayList<>();
        if (derived.plan().isEmpty()) {
            derived.findings().forEach(finding -> missing.add(noGuest(finding)));
        }
        machine.noQemu().ifPresent(missing::add);
        return missing;
    }

    private Problem noGuest(Finding finding) {
        String fix =
                finding.line() > 0
                        ? texts.get("launch.noGuest.fix", finding.fix(), finding.line())
                        : finding.fix();
        return Problem.of(texts.get("launch.noGuest", finding.message())).withFix(fix);
    }

    private void showObstacles(LaunchPlan found, ReadinessReport judged) {
        obstacles = LaunchObstacles.of(found, machine.report().orElseThrow(), judged);
        String ready =
                LaunchPlan.asksEncryption(found.domain())
                        ? texts.get("launch.ready.encrypted")
                        : texts.get("launch.ready.plain", found.target().mode().accelerator());
        readiness.show(obstacles, ready);
    }

    private void showState() {
        boolean free = !run.state().isAlive();
        before.setVisible(free);
        boolean able = free && plan.isPresent() && machine.report().isPresent();
        boolean asks = plan.map(found -> LaunchPlan.asksEncryption(found.domain())).orElse(false);
        String wait = texts.get("launch.off.wait");
        canLaunch.set(able && obstacles.isEmpty(), able ? texts.get("launch.off.obstacles") : wait);
        startPlain.setVisible(asks || !obstacles.isEmpty());
        canStartPlain.set(able, wait);
        String key = "launch.state." + run.state().name().toLowerCase(Locale.ROOT);
        state.setText(texts.get(key, free ? run.endReason() : run.title(), run.word()));
        buttons.showState();
    }

    @Override
    public List<String> fieldIds() {
        return choices.fieldIds();
    }

    @Override
    public boolean jumpTo(String fieldId) {
        return choices.jumpTo(fieldId);
    }
}
