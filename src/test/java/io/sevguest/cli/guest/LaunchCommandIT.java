package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sevguest.Requirements;
import io.sevguest.cli.EchoDisk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests of the command as a separate process with a real QEMU. */
@Tag("it")
@Isolated("a guest and its console share the machine with nothing else")
@Timeout(240)
class LaunchCommandIT {
    private static final String GUEST =
            """
            <domain type='kvm'>
              <name>small</name>
              <memory unit='MiB'>128</memory>
              <vcpu>1</vcpu>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <features><acpi/></features>
              <devices>%s<serial type='pty'/></devices>
              <launchSecurity type='sev'><policy>0x0003</policy></launchSecurity>
            </domain>
            """;

    @TempDir private Path folder;
    private final List<Process> launches = new ArrayList<>();
    private Path runtime;

    @BeforeAll
    static void needsQemu() {
        Requirements.program("qemu-system-x86_64");
        Requirements.program("setsid");
    }

    @BeforeEach
    void makeFolder() throws IOException {
        runtime = Files.createDirectory(folder.resolve("run"));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Process launch : launches) {
            launch.descendants().forEach(ProcessHandle::destroyForcibly);
            launch.destroyForcibly().waitFor();
        }
        assertThat(directories()).isEmpty();
    }

    @Test
    void refusesEncryptionThatThisMachineLacks() throws Exception {
        assumeFalse(Files.exists(Path.of("/dev/sev")), "skipped: this machine has SEV");
        Process launch = launch(guest(""));
        assertThat(launch.waitFor()).isEqualTo(3);
        assertThat(errors())
                .contains(
                        "cannot be started encrypted",
                        "/dev/sev",
                        "start the guest without encryption");
    }

    @Test
    void anErrorOfThePolicyIsTheAnswerAlsoWithoutSev() throws Exception {
        Process launch = launch(guest(""), "--policy", "0x83", "--qemu-version", "6.2");
        assertThat(launch.waitFor()).isEqualTo(1);
        assertThat(errors())
                .contains("the command is written for QEMU 6.2, as requested")
                .containsOnlyOnce("Reserved bits are set in the policy");
    }

    @Test
    void aSecondCtrlCEndsAGuestThatIgnoresThePowerButton() throws Exception {
        Process launch = launch(guest(""), "--not-encrypted", "--accel", "tcg", "--paused");
        awaitError("Running small – not encrypted, TCG, process ");
        signal("INT", launch);
        awaitError("event: POWERDOWN");
        signal("INT", launch);
        assertThat(launch.waitFor()).isZero();
        assertThat(errors()).contains("This guest is not encrypted.", "was ended, as asked");
    }

    @Test
    void theTimeoutEndsAGuestAsCtrlCDoes() throws Exception {
        Process launch = launch(guest(""), "--not-encrypted", "--accel", "tcg", "--timeout", "2");
        assertThat(launch.waitFor()).isZero();
        assertThat(errors()).contains("event: POWERDOWN", "host-qmp-quit");
    }

    @Test
    void startsExactlyTheListThatPreviewShows() throws Exception {
        Path guest = guest("");
        String[] options = {"--not-encrypted", "--accel", "tcg", "--paused"};
        Process preview =
                sevguest(
                        "preview",
                        guest,
                        Stream.concat(Stream.of("--as", "args"), Stream.of(options))
                                .toArray(String[]::new));
        List<String> shown =
                new String(preview.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assertThat(preview.waitFor()).as(errors()).isZero();
        Process launch = launch(guest, options);
        awaitError("Running small");
        ProcessHandle qemu = launch.children().findFirst().orElseThrow();
        Path commandLine = Path.of("/proc", Long.toString(qemu.pid()), "cmdline");
        assertThat(Files.readString(commandLine).split("\0")).containsExactlyElementsOf(shown);
        signal("INT", launch);
        awaitError("event: POWERDOWN");
        signal("INT", launch);
        assertThat(launch.waitFor()).isZero();
    }

    @Test
    void aTerminationSignalLeavesNothing() throws Exception {
        Process launch = launch(guest(""), "--not-encrypted", "--accel", "tcg", "--paused");
        awaitError("Running small");
        signal("TERM", launch);
        awaitError("event: POWERDOWN");
        signal("TERM", launch);
        assertThat(launch.waitFor()).isZero();
    }

    @Test
    void typesIntoTheSerialLineWhoseEndDoesNotEndTheGuest() throws Exception {
        Requirements.program("qemu-img");
        Path guest =
                guest(
                        "<disk type='file'><driver type='raw'/><source file='"
                                + EchoDisk.write(folder.resolve("echo.raw"))
                                + "'/><target dev='sda' bus='sata'/></disk>");
        Process launch = launch(guest, "--not-encrypted", "--accel", "tcg");
        awaitOutput(launch, EchoDisk.PROMPT);
        launch.getOutputStream().write('q');
        launch.getOutputStream().close();
        launch.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(launch.waitFor()).isZero();
        assertThat(errors()).contains("The guest has shut itself down.");
    }

    @Test
    void endsTheQemuOfALaunchThatWasKilled() throws Exception {
        Path guest = guest("");
        Process killed = launch(guest, "--not-encrypted", "--accel", "tcg", "--paused");
        awaitError("Running small");
        ProcessHandle qemu = killed.children().findFirst().orElseThrow();
        killed.destroyForcibly().waitFor();
        assertThat(qemu.isAlive()).isTrue();
        assertThat(directories()).hasSize(1);
        Process next = launch(guest, "--not-encrypted", "--accel", "tcg", "--paused");
        awaitError("Running small");
        assertThat(qemu.isAlive()).isFalse();
        signal("TERM", next);
        awaitError("event: POWERDOWN");
        signal("TERM", next);
        assertThat(next.waitFor()).isZero();
    }

    private Path guest(String disks) throws IOException {
        return Files.writeString(folder.resolve("small.xml"), GUEST.formatted(disks));
    }

    private Process launch(Path guest, String... options) throws IOException {
        return sevguest("launch", guest, options);
    }

    private Process sevguest(String name, Path guest, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("env", "--default-signal=INT")); // background jobs ignore it
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath(), "io.sevguest.App", name, guest.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process started = builder.start();
        launches.add(started);
        return started;
    }

    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path", "");
        return surefire.isEmpty() ? System.getProperty("java.class.path") : surefire;
    }

    private static void signal(String name, Process process)
            throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    }

    private static void awaitOutput(Process launch, String text) throws IOException {
        InputStream output = launch.getInputStream();
        var read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            boolean alive = launch.isAlive();
            byte[] next = output.readNBytes(output.available());
            assertThat(alive || next.length > 0).as("ended: %s", read).isTrue();
            assertThat(Thread.interrupted()).as("out of time: %s", read).isFalse();
            read.append(new String(next, StandardCharsets.ISO_8859_1));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private void awaitError(String text) throws IOException {
        while (!errors().contains(text)) {
            assertThat(Thread.interrupted()).as("out of time: %s", errors()).isFalse();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private List<Path> directories() throws IOException {
        Path guests = runtime.resolve("sevguest");
        if (!Files.exists(guests)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(guests)) {
            return all.toList();
        }
    }
}
