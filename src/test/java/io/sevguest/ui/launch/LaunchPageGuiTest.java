package io.sevguest.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.Finding;
import io.sevguest.domain.HostFacts;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.problem.Problem;
import io.sevguest.problem.Severity;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.qemu.host.QemuCapabilities;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.AnalysisInputs;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JOptionPaneFixture;
import org.junit.jupiter.api.Test;

class LaunchPageGuiTest extends GuiTest {
    private static final String SEV =
            """
            <domain type='kvm'>
              <name>sealed</name>
              <memory unit='MiB'>256</memory>
              <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
              <devices><serial type='pty'/></devices>
              <launchSecurity type='sev'><policy>0x0003</policy></launchSecurity>
            </domain>
            """;
    private static final ProbeReport WITHOUT_SEV =
            new ProbeReport(
                    new QemuCapabilities(
                            "qemu-system-x86_64",
                            new QemuVersion(7, 2),
                            "7.2.0",
                            Set.of("q35"),
                            Map.of(),
                            Set.of("none")),
                    HostFacts.UNKNOWN,
                    List.of(
                            new Finding(
                                    "host-kernel-sev",
                                    Severity.ERROR,
                                    "",
                                    "",
                                    0,
                                    "SEV is off.",
                                    "Switch it on.",
                                    Optional.empty())));

    private final MachineModel machine = new MachineModel();
    private GuestRun run;
    private FrameFixture window;

    private void showPage(String xml) {
        window = show(() -> page(xml));
    }

    private JComponent page(String xml) {
        var guest = new GuestModel(DomainText.ofText(xml, XmlEncoding.UTF_8));
        var tasks = new Tasks();
        run = new GuestRun(tasks);
        var page = new LaunchPage(machine, run, tasks, Texts.load(), Runnable::run);
        var derivation =
                new AnalysisRunner(
                        () ->
                                new AnalysisInputs(
                                        guest.text(),
                                        guest.saved(),
                                        Optional.empty(),
                                        machine.machine(),
                                        SessionKnowledge.NONE));
        machine.addListener(derivation::update);
        derivation.addListener(page::show);
        derivation.begin();
        return page.component();
    }

    private void learn(ProbeReport report) {
        GuiActionRunner.execute(
                () ->
                        machine.learn(
                                report,
                                QemuTarget.of("qemu-system-x86_64", report.qemu().version())));
    }

    @Test
    void withoutSevTheOnlyOfferIsAStartThatIsNotEncrypted() {
        showPage(SEV);
        learn(WITHOUT_SEV);
        waitUntil(
                "the offer is made",
                () -> window.button("launch.startNotEncrypted").target().isEnabled());
        window.button("launch.start").requireDisabled();
        assertThat(words("launch.readiness")).contains("SEV is off.", "Switch it on.");
    }

    private void learnThatQemuIsMissing() {
        GuiActionRunner.execute(
                () ->
                        machine.learn(
                                new Problem("QEMU is missing.", "", "Install it."),
                                QemuTarget.usual()));
    }

    @Test
    void withoutQemuTheFaultInTheFileIsShownToo() {
        showPage("<domain>\n  <name>a</domain>");
        learnThatQemuIsMissing();
        waitUntil("both are said", () -> words("launch.readiness").size() == 4);
        assertThat(words("launch.readiness"))
                .satisfiesExactly(
                        what ->
                                assertThat(what)
                                        .startsWith(
                                                "There is no guest to launch. The XML is"
                                                        + " malformed: "),
                        fix -> assertThat(fix).endsWith(" The XML preview shows line 2."),
                        what -> assertThat(what).isEqualTo("QEMU is missing."),
                        fix -> assertThat(fix).isEqualTo("Install it."));
        window.button("launch.start").requireDisabled();
    }

    @Test
    void withoutQemuNothingCanBeStarted() {
        showPage(SEV);
        learnThatQemuIsMissing();
        waitUntil("it is said", () -> words("launch.readiness").contains("QEMU is missing."));
        window.button("launch.start").requireDisabled();
        window.button("launch.startNotEncrypted").requireDisabled();
    }

    @Test
    void aGuestWithoutSevIsSimplyLaunched() {
        showPage("<domain type='kvm'><name>plain</name><memory>262144</memory></domain>");
        learn(WITHOUT_SEV);
        waitUntil("it can be", () -> window.button("launch.start").target().isEnabled());
        assertThat(onEdt(() -> window.robot().finder().findByName("launch.readiness").isVisible()))
                .isTrue();
    }

    @Test
    void argumentsOfTheGuestsOwnAreShownBeforeItStarts() {
        showPage(
                "<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
                        + "<name>plain</name><memory>262144</memory><qemu:commandline>"
                        + "<qemu:arg value='-monitor'/><qemu:arg value='tcp:0.0.0.0:4444'/>"
                        + "</qemu:commandline></domain>");
        learn(WITHOUT_SEV);
        waitUntil("it can be", () -> window.button("launch.start").target().isEnabled());
        SwingUtilities.invokeLater(() -> window.button("launch.start").target().doClick());
        JOptionPaneFixture question = window.optionPane();
        question.requireTitle("The guest has its own QEMU arguments");
        question.textBox("launch.commandLine.lines").requireText("-monitor\ntcp:0.0.0.0:4444");
        question.buttonWithText("Cancel").click();
        assertThat(onEdt(() -> run.state())).isEqualTo(RunState.IDLE);
    }

    @Test
    void startsARealGuestNotEncryptedAndShowsItsConsole() {
        Requirements.program("qemu-system-x86_64");
        Requirements.file("/usr/share/qemu/firmware");
        showPage(SEV);
        onEdt(
                () -> {
                    MachineProbe.start("qemu-system-x86_64", machine, new Tasks());
                    return 0;
                });
        waitUntil(
                "the machine was asked",
                () -> window.button("launch.startNotEncrypted").target().isEnabled());
        window.button("launch.startNotEncrypted").click();
        waitUntil(
                "it runs or ends",
                () -> run.state() == RunState.RUNNING || run.state() == RunState.ENDED);
        assertThat(onEdt(run::endReason)).isEmpty();
        assertThat(onEdt(run::title)).startsWith("sealed – not encrypted, ");
        waitLong("the firmware speaks", () -> consoleText().contains("BdsDxe: "));
        assertThat(onEdt(this::consoleText)).contains("This guest is not encrypted.");
        Path directory = onEdt(() -> run.plan().map(this::directory).orElseThrow());
        window.button("launch.kill").click();
        waitUntil("it has ended", () -> run.state() == RunState.ENDED);
        assertThat(directory).doesNotExist();
    }

    private Path directory(LaunchPlan plan) {
        return plan.files().directory();
    }

    private String consoleText() {
        return window.robot()
                .finder()
                .findByName("console")
                .getAccessibleContext()
                .getAccessibleDescription();
    }

    private List<String> words(String panel) {
        return onEdt(
                () ->
                        List.of(
                                        ((JComponent) window.robot().finder().findByName(panel))
                                                .getComponents())
                                .stream()
                                .filter(JTextArea.class::isInstance)
                                .map(it -> ((JTextArea) it).getText())
                                .toList());
    }
}
