package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.Acceleration;
import io.sevguest.launch.FakeQemu;
import io.sevguest.launch.GuestRecorder;
import io.sevguest.launch.Guests;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the life cycle of a guest, with another program in place of QEMU. */
@Timeout(120)
class RunningGuestTest {
    private static final LaunchChoices KVM =
            LaunchChoices.USUAL.withEncrypted(false).withAcceleration(Acceleration.KVM);

    @TempDir private Path folder;
    private final GuestRecorder recording = new GuestRecorder();

    @AfterEach
    void nothingIsLeft() {
        assertThat(directory()).doesNotExist();
    }

    @Test
    void aGuestThatKvmStopsBeforeItsFirstByteIsStartedOnceMoreWithTcg() throws Exception {
        RunningGuest guest = start(FakeQemu.Scenario.BROKEN_KVM, Guests.plain(), KVM);
        recording.awaitSerial("alive");
        assertThat(guest.title()).isEqualTo("small – not encrypted, TCG");
        assertThat(recording.titles()).containsExactly("small – not encrypted, TCG");
        assertThat(recording.notices())
                .anyMatch(it -> it.contains("once more with TCG") && it.contains("internal error"));
        guest.kill();
        assertThat(end(guest).failed()).isFalse();
    }

    @Test
    void aFaultOfThisProgramEndsTheGuest() throws Exception {
        var faulty =
                new GuestRecorder() {
                    @Override
                    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Waits.
                    public void restarted(LaunchPlan plan) {
                        throw new IllegalStateException("no such window");
                    }
                };
        LaunchPlan plan = plan(FakeQemu.Scenario.BROKEN_KVM, Guests.plain(), KVM);
        GuestExit ending = end(LocalLaunch.start(plan, faulty, Progress.NONE));
        assertThat(ending.failed()).isTrue();
        assertThat(ending.reason()).contains("A fault of this program", "no such window");
    }

    @Test
    void aGuestThatHasWrittenIsNotStartedOnceMore() throws Exception {
        RunningGuest guest = start(FakeQemu.Scenario.BROKEN_LATER, Guests.plain(), KVM);
        GuestExit ending = end(guest);
        assertThat(ending.failed()).isTrue();
        assertThat(ending.reason()).isEqualTo("QEMU stopped the guest with an internal error.");
        assertThat(recording.titles()).isEmpty();
    }

    @Test
    void anEncryptedGuestIsNeverStartedWithTcg() throws Exception {
        RunningGuest guest =
                start(FakeQemu.Scenario.BROKEN_KVM, sev("0x0003"), LaunchChoices.USUAL);
        assertThat(end(guest).failed()).isTrue();
        assertThat(recording.titles()).isEmpty();
        assertThat(recording.notices()).isEmpty();
    }

    @Test
    void tellsTheSignalThatEndedQemu() throws Exception {
        RunningGuest guest = start(FakeQemu.Scenario.CRASH, Guests.plain(), KVM);
        assertThat(end(guest).reason()).contains("was ended by signal 11 (SIGSEGV");
    }

    @Test
    void asksTheGuestToPowerDownBeforeAnythingElse() throws Exception {
        RunningGuest guest = start(FakeQemu.Scenario.OBEDIENT, Guests.plain(), KVM);
        recording.awaitSerial("alive");
        guest.end(Duration.ofMinutes(10));
        assertThat(end(guest).reason()).isEqualTo("The guest has powered down.");
    }

    @Test
    void theLastEventIsToldBeforeTheEnd() throws Exception {
        var mayBeTold = new CompletableFuture<Void>();
        var slow =
                new GuestRecorder() {
                    @Override
                    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Waits.
                    public void event(QmpEvent event) {
                        mayBeTold.join();
                        super.event(event);
                    }
                };
        LaunchPlan plan = plan(FakeQemu.Scenario.OBEDIENT, Guests.plain(), KVM);
        RunningGuest guest = LocalLaunch.start(plan, slow, Progress.NONE);
        guest.powerDown();
        guest.qemu().process().ended().join();
        guest.qemu().serial().ended().join();
        assertThat(guest.ended()).isNotDone();
        mayBeTold.complete(null);
        assertThat(end(guest).reason()).isEqualTo("The guest has shut itself down.");
        slow.awaitEvent("SHUTDOWN");
    }

    @Test
    void aTerminalThatTakesNothingDoesNotHoldOffTheEnd() throws Exception {
        var shown = new CompletableFuture<Void>();
        var stopped =
                new GuestRecorder() {
                    @Override
                    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Waits.
                    public void serial(Bytes output) {
                        super.serial(output);
                        shown.join();
                    }
                };
        LaunchPlan plan = plan(FakeQemu.Scenario.OBEDIENT, Guests.plain(), KVM);
        RunningGuest guest = LocalLaunch.start(plan, stopped, Progress.NONE);
        stopped.awaitSerial("alive");
        guest.kill();
        assertThat(end(guest).failed()).isFalse();
        shown.complete(null);
    }

    @Test
    void showsTheMeasurementOfAnEncryptedGuestThatStartsPaused() throws Exception {
        RunningGuest guest =
                start(
                        FakeQemu.Scenario.OBEDIENT,
                        sev("0x0007"),
                        LaunchChoices.USUAL.withPaused(true));
        assertThat(recording.notices()).containsExactly("Launch measurement: bWVhc3VyZWQ=");
        assertThatThrownBy(guest::reset)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be reset");
        guest.kill();
        end(guest);
    }

    @Test
    void aCancelledStartLeavesNothing() throws Exception {
        Progress cancelled =
                (step, percent) -> {
                    if (step.equals("Waiting for QEMU")) {
                        throw new CancellationException(step);
                    }
                };
        LaunchPlan plan = plan(FakeQemu.Scenario.OBEDIENT, Guests.plain(), KVM);
        assertThatThrownBy(() -> LocalLaunch.start(plan, recording, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    /**
     * This happens when the user stops a paused guest whose launch measurement is being requested.
     */
    @Test
    void aStartThatIsCancelledDuringTheMeasurementLeavesNothing() throws Exception {
        LaunchPlan plan =
                plan(
                        FakeQemu.Scenario.NO_MEASUREMENT,
                        sev("0x0003"),
                        LaunchChoices.USUAL.withPaused(true));
        var outcome = new CompletableFuture<RunningGuest>();
        var starting =
                new Thread(
                        () -> {
                            try {
                                outcome.complete(LocalLaunch.start(plan, recording, Progress.NONE));
                            } catch (ProblemException | CancellationException failed) {
                                outcome.completeExceptionally(failed);
                            }
                        });
        starting.start();
        recording.awaitSerial("alive");
        starting.interrupt();
        assertThatThrownBy(() -> outcome.get(60, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSerialLineThatDoesNotComeLeavesNoSocketOpen() throws Exception {
        LaunchPlan plan = plan(FakeQemu.Scenario.NO_SERIAL, Guests.plain(), LaunchChoices.USUAL);
        long before = openSockets();
        assertThatThrownBy(() -> LocalLaunch.start(plan, recording, Progress.NONE))
                .isInstanceOf(ProblemException.class);
        assertThat(openSockets()).isEqualTo(before);
    }

    private static long openSockets() throws IOException {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(RunningGuestTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void aMissingQemuIsToldAndLeavesNothing() throws Exception {
        LaunchPlan plan =
                LaunchPlan.of(
                        Guests.plain(),
                        Guests.UUID,
                        new RuntimeDirectory(folder.resolve("sevguest")),
                        QemuTarget.of("/no/such/qemu", Guests.TARGET.version()),
                        KVM);
        assertThatThrownBy(() -> LocalLaunch.start(plan, recording, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("There is no program at \"/no/such/qemu\".");
    }

    private RunningGuest start(FakeQemu.Scenario scenario, DomainXml domain, LaunchChoices choices)
            throws Exception {
        return LocalLaunch.start(plan(scenario, domain, choices), recording, Progress.NONE);
    }

    private LaunchPlan plan(FakeQemu.Scenario scenario, DomainXml domain, LaunchChoices choices)
            throws IOException {
        Path program = FakeQemu.program(folder, scenario, directory());
        return LaunchPlan.of(
                domain,
                Guests.UUID,
                new RuntimeDirectory(folder.resolve("sevguest")),
                QemuTarget.of(program.toString(), Guests.TARGET.version()),
                choices);
    }

    private Path directory() {
        return folder.resolve("sevguest").resolve(Guests.UUID);
    }

    private static DomainXml sev(String policy) throws ProblemException {
        return Guests.sev("<policy>" + policy + "</policy>");
    }

    private static GuestExit end(RunningGuest guest) throws Exception {
        return guest.ended().get(60, TimeUnit.SECONDS);
    }
}
