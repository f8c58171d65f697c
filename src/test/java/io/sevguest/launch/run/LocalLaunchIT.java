package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Requirements;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.launch.Acceleration;
import io.sevguest.launch.GuestRecorder;
import io.sevguest.launch.Guests;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.Command;
import io.sevguest.process.CommandRun;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.host.QemuProbe;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("it")
@Isolated("firmware gives up a console that is not read within a fraction of a millisecond")
@Timeout(240)
class LocalLaunchIT {
    private static final String OVMF = "/usr/share/OVMF/OVMF_CODE_4M.fd";
    private static final LaunchChoices NOT_ENCRYPTED =
            LaunchChoices.USUAL.withEncrypted(false).withAcceleration(Acceleration.TCG);

    @TempDir private Path folder;
    private final GuestRecorder recording = new GuestRecorder();
    private Path runtime;

    @BeforeAll
    static void needsQemu() {
        Requirements.program(QemuTarget.DEFAULT_PROGRAM);
        Requirements.program("qemu-img");
    }

    @BeforeEach
    void chooseFolder() {
        runtime = folder.resolve("sevguest");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        if (Files.exists(runtime)) {
            try (Stream<Path> left = Files.list(runtime)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void bootsToTheUefiShellAndPowersDownFromInside() throws Exception {
        Requirements.file(OVMF);
        LaunchPlan plan =
                LaunchPlan.of(
                        uefi(),
                        Guests.UUID,
                        new RuntimeDirectory(runtime),
                        LaunchTarget.of(QemuProbe.run(QemuTarget.DEFAULT_PROGRAM, Progress.NONE)),
                        NOT_ENCRYPTED.withAcceleration(Acceleration.AUTO));
        RunningGuest guest = LocalLaunch.start(plan, recording, Progress.NONE);
        recording.awaitSerial("Shell>");
        assertThat(recording.notices()).first().isEqualTo("This guest is not encrypted.");
        assertThat(guest.title()).startsWith("small – not encrypted, ");
        assertThat(modes(plan.files().directory()))
                .isNotEmpty()
                .allSatisfy(mode -> assertThat(mode).isEqualTo("rw-------"));
        assertThat(plan.files().nvram()).exists();

        guest.pause();
        recording.awaitEvent("STOP");
        assertThat(guest.status()).isEqualTo("paused");
        guest.resume();
        recording.awaitEvent("RESUME");
        assertThat(guest.status()).isEqualTo("running");

        guest.send(Bytes.of("reset -s\r".getBytes(StandardCharsets.US_ASCII)));
        assertThat(end(guest).reason()).isEqualTo("The guest has shut itself down.");
    }

    @Test
    void opensNoPortForTheScreen() throws Exception {
        DomainXml domain = Guests.of("", "<graphics type='vnc' port='5901' listen='0.0.0.0'/>", "");
        LaunchPlan plan = Guests.plan(domain, runtime, NOT_ENCRYPTED.withPaused(true));
        RunningGuest guest = LocalLaunch.start(plan, recording, Progress.NONE);
        assertThat(mode(plan.files().vncSocket())).isEqualTo("rw-------");
        assertThat(internetSockets(guest.pid())).isEmpty();
        guest.kill();
        end(guest);
    }

    /** Returns the sockets of a process that are not UNIX sockets, as the kernel names them. */
    private static List<String> internetSockets(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> known = new ArrayList<>();
        for (String kind : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = process.resolve("net").resolve(kind);
            if (Files.exists(table)) {
                Files.readAllLines(table).stream()
                        .skip(1)
                        .forEach(
                                line ->
                                        known.add(
                                                "socket:["
                                                        + line.strip().split("\\s+", -1)[9]
                                                        + "]"));
            }
        }
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            List<Path> all = open.toList();
            return all.stream().map(LocalLaunchIT::link).filter(known::contains).toList();
        }
    }

    private static String link(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Test
    void isStartedOnceMoreWithTcgWhereKvmDoesNotRunIt() throws Exception {
        Path broken =
                script(
                        "qemu",
                        """
                case "$*" in *accel=kvm*|*kvm*) echo "KVM is out of order" >&2; exit 1;; esac
                exec qemu-system-x86_64 "$@"
                """);
        QemuTarget target = QemuTarget.of(broken.toString(), Guests.TARGET.version());
        LaunchPlan plan =
                LaunchPlan.of(
                        Guests.plain(),
                        Guests.UUID,
                        new RuntimeDirectory(runtime),
                        target,
                        NOT_ENCRYPTED.withAcceleration(Acceleration.KVM).withPaused(true));
        RunningGuest guest = LocalLaunch.start(plan, recording, Progress.NONE);
        assertThat(guest.plan().target().mode().accelerator()).isEqualTo(Accelerator.TCG);
        assertThat(recording.titles()).containsExactly("small – not encrypted, TCG");
        assertThat(recording.notices())
                .anySatisfy(
                        it ->
                                assertThat(it)
                                        .contains("started once more with TCG")
                                        .contains("KVM is out of order"));
        guest.kill();
        end(guest);
    }

    @Test
    void refusesASecondLaunchWithTheProcessOfTheFirst() throws Exception {
        RunningGuest guest = start(Guests.plain(), NOT_ENCRYPTED.withPaused(true));
        assertThatThrownBy(() -> start(Guests.plain(), NOT_ENCRYPTED))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid());
        assertThat(guest.status()).isEqualTo("prelaunch");
        guest.kill();
        assertThat(end(guest).failed()).isFalse();
    }

    @Test
    void aGuestThatIgnoresThePowerButtonIsEndedAfterTheGrace() throws Exception {
        RunningGuest guest = start(Guests.plain(), NOT_ENCRYPTED.withPaused(true));
        guest.end(Duration.ofMillis(100));
        assertThat(end(guest).reason()).isEqualTo("The guest was ended, as asked.");
    }

    @Test
    void writesToAnOverlayAndLeavesTheDiskAsItIs() throws Exception {
        Path image = image("raw");
        Bytes before = Bytes.of(Files.readAllBytes(image));
        LaunchPlan plan =
                Guests.plan(Guests.withDisk(image, "raw"), runtime, NOT_ENCRYPTED.withPaused(true));
        RunningGuest guest = LocalLaunch.start(plan, recording, Progress.NONE);
        assertThat(plan.files().overlay("vda", 1)).exists();
        guest.kill();
        end(guest);
        assertThat(Bytes.of(Files.readAllBytes(image))).isEqualTo(before);
    }

    @Test
    void explainsAnImageLockThatAnotherQemuHolds() throws Exception {
        Path image = image("qcow2");
        LaunchChoices choices = NOT_ENCRYPTED.withKeepChanges(true).withPaused(true);
        DomainXml domain = Guests.withDisk(image, "qcow2");
        RunningGuest first = start(domain, choices);
        LaunchPlan second =
                LaunchPlan.of(
                        domain,
                        "1b9b8a2f-6a06-4b3c-9d6e-2f1c1f0f7a11",
                        new RuntimeDirectory(runtime),
                        Guests.TARGET,
                        choices);
        assertThatThrownBy(() -> LocalLaunch.start(second, recording, Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("Another process uses a disk image of this guest")
                .hasMessageContaining("Failed to get \"write\" lock");
        first.kill();
        end(first);
    }

    @Test
    void saysInWordsThatQemuAbortsWhenSevIsAskedUnderTcg() throws Exception {
        LaunchChoices sevUnderTcg = LaunchChoices.USUAL.withAcceleration(Acceleration.TCG);
        assertThatThrownBy(() -> start(Guests.sev("<policy>0x0003</policy>"), sevUnderTcg))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("SEV requires KVM, but another accelerator is used");
    }

    @Test
    void aFailedStartLeavesNothing() throws Exception {
        DomainXml domain = Guests.withDisk(folder.resolve("no-such-image"), "raw");
        assertThatThrownBy(() -> start(domain, NOT_ENCRYPTED))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void refusesToResetAGuestWithEncryptedRegisters() throws Exception {
        Path plainInstead =
                script(
                        "qemu",
                        """
                exec qemu-system-x86_64 -machine q35,accel=tcg -S -display none -nodefaults \\
                  -qmp unix:%1$s/qmp.sock,server=on,wait=off \\
                  -serial unix:%1$s/serial.sock,server=on,wait=off
                """
                                .formatted(runtime.resolve(Guests.UUID)));
        LaunchPlan plan =
                LaunchPlan.of(
                        Guests.sev("<policy>0x0007</policy>"),
                        Guests.UUID,
                        new RuntimeDirectory(runtime),
                        QemuTarget.of(plainInstead.toString(), Guests.TARGET.version()),
                        LaunchChoices.USUAL.withPaused(true));
        RunningGuest guest = LocalLaunch.start(plan, recording, Progress.NONE);
        assertThat(recording.notices())
                .containsExactly("QEMU reports no launch measurement for this guest.");
        assertThatThrownBy(guest::reset)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be reset");
        guest.kill();
        end(guest);
    }

    private RunningGuest start(DomainXml domain, LaunchChoices choices) throws ProblemException {
        return LocalLaunch.start(Guests.plan(domain, runtime, choices), recording, Progress.NONE);
    }

    private static GuestExit end(RunningGuest guest) throws Exception {
        return guest.ended().get(60, TimeUnit.SECONDS);
    }

    private static DomainXml uefi() throws ProblemException {
        return Guests.of(
                "<loader readonly='yes' type='pflash'>"
                        + OVMF
                        + "</loader><nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'/>",
                "",
                "<launchSecurity type='sev'><policy>0x0003</policy></launchSecurity>");
    }

    private Path image(String format) throws ProblemException {
        Path image = folder.resolve("disk." + format);
        CommandRun.succeed(
                Command.of("qemu-img", "create", "-q", "-f", format, image.toString(), "1M"),
                Duration.ofSeconds(30),
                Progress.NONE);
        return image;
    }

    private Path script(String name, String body) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static List<String> modes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            return all.stream().map(LocalLaunchIT::mode).toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
