package io.sevguest.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.FakeQemu;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.ui.GuiTest;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.window.SlowDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestRunGuiTest extends GuiTest {
    private static final String UUID = "0b9b8a2f-6a06-4b3c-9d6e-2f1c1f0f7a11";

    @TempDir private Path folder;

    /** This happens when a window is closed while QEMU does not answer. */
    @Test
    void whatIsStillStartingIsKilledToo() throws Exception {
        LaunchPlan plan = silentPlan();
        GuestRun run = onEdt(() -> new GuestRun(new Tasks()));
        onEdt(
                () -> {
                    run.start(plan);
                    return 0;
                });
        waitUntil("QEMU runs", () -> Files.exists(plan.files().log()));
        onEdt(
                () -> {
                    run.kill();
                    return 0;
                });
        waitUntil("it has ended", () -> run.state() == RunState.ENDED);
        assertThat(onEdt(run::endReason)).isEqualTo("The start was cancelled.");
        assertThat(plan.files().directory()).doesNotExist();
    }

    @Test
    void aGuestThatQemuStoppedIsNotShownAsRunning() throws Exception {
        GuestRun run = started(FakeQemu.Scenario.DISK_FULL);
        waitUntil("it has stopped", () -> run.state() == RunState.STOPPED);
        assertThat(onEdt(run::word)).isEqualTo("io-error");
        onEdt(
                () -> {
                    run.kill();
                    return 0;
                });
        waitUntil("it has ended", () -> run.state() == RunState.ENDED);
    }

    @Test
    void theAnswerOfOneGuestSaysNothingOfTheNext() throws Exception {
        SlowDisk threads = new SlowDisk();
        LaunchPlan plan = plan(FakeQemu.Scenario.OBEDIENT);
        GuestRun run = onEdt(() -> new GuestRun(new Tasks(threads)));
        start(run, plan);
        waitUntil("it runs", () -> run.state() == RunState.RUNNING);
        waitUntil("it has said so itself", () -> run.word().equals("running"));
        threads.hold();
        onEdt(
                () -> {
                    run.ask(guest -> {});
                    run.launchMeasurement(Scope.PROGRAM, new UnexpectedOutcome());
                    run.kill();
                    return 0;
                });
        waitUntil("it has ended", () -> run.state() == RunState.ENDED);
        var notices = new ArrayList<String>();
        onEdt(
                () -> {
                    run.addListener(new Notices(notices));
                    return 0;
                });
        threads.release();
        waitUntil("the answers have come", () -> threads.unfinished() == 0);
        robot().waitForIdle();
        assertThat(onEdt(run::state)).isEqualTo(RunState.ENDED);
        assertThat(notices).isEmpty();
    }

    private GuestRun started(FakeQemu.Scenario scenario) throws Exception {
        LaunchPlan plan = plan(scenario);
        GuestRun run = onEdt(() -> new GuestRun(new Tasks()));
        start(run, plan);
        return run;
    }

    private static void start(GuestRun run, LaunchPlan plan) {
        onEdt(
                () -> {
                    run.start(plan);
                    return 0;
                });
    }

    private LaunchPlan plan(FakeQemu.Scenario scenario) throws IOException, ProblemException {
        Path directory = folder.resolve("sevguest").resolve(UUID);
        return plan(FakeQemu.program(folder, scenario, directory));
    }

    /** An outcome that fails the test if it is called. */
    private static final class UnexpectedOutcome implements Outcome<Optional<String>> {
        @Override
        public void done(Optional<String> result) {
            throw new AssertionError(result);
        }

        @Override
        public void failed(Problem problem) {
            throw new AssertionError(problem);
        }
    }

    /** A listener that records the notices of a run. */
    private record Notices(List<String> notices) implements RunListener {
        @Override
        public void serial(byte[] output) {
            // unused
        }

        @Override
        public void message(String line) {
            // unused
        }

        @Override
        public void event(QmpEvent event) {
            // unused
        }

        @Override
        public void notice(String text) {
            notices.add(text);
        }
    }

    private LaunchPlan silentPlan() throws IOException, ProblemException {
        Path program = folder.resolve("silent");
        Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return plan(program);
    }

    private LaunchPlan plan(Path program) throws ProblemException {
        String xml =
                "<domain type='qemu'><name>small</name><memory>131072</memory>"
                        + "<os><type arch='x86_64' machine='q35'>hvm</type></os></domain>";
        return LaunchPlan.of(
                DomainXml.parse("small.xml", Bytes.of(xml.getBytes(StandardCharsets.UTF_8))),
                UUID,
                new RuntimeDirectory(folder.resolve("sevguest")),
                QemuTarget.of(program.toString(), new QemuVersion(7, 2)),
                LaunchChoices.USUAL);
    }
}
