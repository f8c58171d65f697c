package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Program;
import io.sevguest.Requirements;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.host.ProgramFile;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares the preview with the command that is actually started. */
@Tag("it")
class PreviewIT {
    private static final String QEMU = "qemu-system-x86_64";

    @TempDir private Path folder;

    @Test
    void thePreviewIsExactlyWhatLaunchStarts() throws Exception {
        Path bash = Requirements.program("bash");
        Path recorder =
                Files.writeString(
                        folder.resolve("recorder"),
                        "#!"
                                + bash
                                + "\nif [[ $* != *-name* ]]; then exec "
                                + Requirements.program(QEMU)
                                + " \"$@\"; fi\n"
                                + "printf '%s\\0' \"$0\" \"$@\" > \"${0%/*}/started\"\nexit 1\n");
        assertThat(recorder.toFile().setExecutable(true)).isTrue();
        Path guest =
                Files.writeString(
                        folder.resolve("gäst.xml"),
                        "<domain type='kvm'><name>ü, 'x'</name><memory unit='MiB'>64</memory>"
                                + "<os><type machine='q35'>hvm</type></os></domain>");
        String[] options = {
            guest.toString(), "--accel", "tcg", "--paused", "--qemu", recorder.toString()
        };
        run("launch", options);
        var preview =
                new CommandRunner()
                        .run(
                                "preview",
                                guest,
                                "--accel",
                                "tcg",
                                "--paused",
                                "--qemu",
                                recorder,
                                "--as",
                                "args");
        String started = Files.readString(folder.resolve("started"));
        assertThat(preview.out()).isEqualTo(started.replace("\\", "\\\\").replace("\0", "\n"));
    }

    private static int run(String command, String... options) throws Exception {
        String[] words = new String[options.length + 1];
        words[0] = command;
        System.arraycopy(options, 0, words, 1, options.length);
        return run(List.of(), words);
    }

    private static int run(List<String> environment, String... words) throws Exception {
        Process process = Program.builder(environment, words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(System.err::println);
        }
        return process.waitFor();
    }

    @Test
    void whatTheLocaleCannotPassOnIsNotLaunched() throws Exception {
        Requirements.program(QEMU);
        Path guest =
                Files.writeString(
                        folder.resolve("guest.xml"),
                        "<domain type='kvm'><name>ü</name><memory>65536</memory></domain>");
        String file = guest.toString();
        assertThat(run(List.of("LC_ALL=C"), "launch", "--accel", "tcg", file)).isEqualTo(3);
        assertThat(run(List.of("LC_ALL=C"), "preview", file)).isZero();
    }

    @Test
    void theVersionStandsInTheProgramsFile() throws Exception {
        Path qemu = Requirements.program(QEMU);
        Process process = new ProcessBuilder(qemu.toString(), "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String number = said.replaceFirst("(?s)QEMU emulator version (\\S+).*", "$1");
        assertThat(new ProgramFile(qemu).version()).isEqualTo(QemuVersion.parse(number));
        assertThat(new ProgramFile(Requirements.program("bash")).version()).isEmpty();
    }
}
