package io.sevguest.cli;

import static io.sevguest.LiveHeap.masked;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.LiveHeap;
import io.sevguest.Program;
import io.sevguest.measurement.firmware.SampleFirmware;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that measurements and launch secrets leave no key in memory and no file readable by others.
 */
class SecretsLeftTest {
    private static final String[] NAMES = {"tik", "tek", "passphrase"};

    @TempDir private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.write(folder.resolve("OVMF.fd"), SampleFirmware.whole().toArray());
        for (String name : NAMES) {
            byte[] values = new byte[name.equals("passphrase") ? 27 : 16];
            new SecureRandom().nextBytes(values);
            Files.write(folder.resolve(name), values);
        }
    }

    private String[] words(String... first) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(List.of("--tik", file("tik"), "--tek", file("tek")));
        return words.toArray(String[]::new);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String[] guest(String... first) {
        List<String> words = new ArrayList<>(List.of(words(first)));
        words.addAll(List.of("--api-major", "1", "--api-minor", "55", "--build-id", "1"));
        words.addAll(List.of("--policy", "1", "--firmware", file("OVMF.fd")));
        return words.toArray(String[]::new);
    }

    private void run(int status, Object... words) {
        CommandRunner.Result result = new CommandRunner().run(words);
        assertThat(result.status()).as(result.err()).isEqualTo(status);
    }

    private void measure() {
        run(0, (Object[]) guest("measurement", "build", "--outfile", file("measured")));
    }

    private String[] build() {
        return guest(
                "secret",
                "build",
                "--measurement",
                file("measured"),
                "--secret",
                "luks:" + file("passphrase"),
                file("header"),
                file("payload"));
    }

    private String[] open(String target) {
        return words(
                "secret",
                "open",
                "--measurement",
                file("measured"),
                file("header"),
                file("payload"),
                "--extract",
                "luks",
                "-o",
                file(target));
    }

    @Test
    void noSecretIsLeftInMemory() throws IOException {
        measure();
        run(0, (Object[]) guest("measurement", "verify", "--measurement", file("measured")));
        Path other = Files.write(folder.resolve("other"), new byte[48]);
        run(1, (Object[]) guest("measurement", "verify", "--measurement", other.toString()));
        run(0, (Object[]) build());
        run(0, (Object[]) open("opened"));
        run(2, (Object[]) open("opened"));
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String name : NAMES) {
            secrets.put(name, masked(Files.readAllBytes(folder.resolve(name))));
        }
        byte[] canary = "a word that can be reached".getBytes(StandardCharsets.US_ASCII);
        secrets.put("canary", masked(canary.clone()));
        assertThat(LiveHeap.found(secrets, folder)).containsExactly("canary");
        assertThat(canary[0]).isEqualTo((byte) 'a');
    }

    @Test
    void anOpenUmaskOpensNothing() throws Exception {
        measure();
        openly(build());
        openly(open("opened"));
        openly(guest("measurement", "build", "--outfile", file("again")));
        openly("vmsa", "build", "--cpu", "0", file("page"));
        for (String name : List.of("header", "payload", "opened", "again", "page")) {
            Path file = folder.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(folder.resolve("opened")).hasSameBinaryContentAs(folder.resolve("passphrase"));
    }

    private void openly(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", "umask 000; exec \"$@\"", "bash"));
        command.addAll(Program.builder(List.of(), words).command());
        Path said = folder.resolve("said");
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start()
                        .waitFor();
        assertThat(exit).as(Files.readString(said)).isZero();
    }

    @Test
    void bothFilesOrNone() throws IOException {
        measure();
        String[] words = build();
        Path nowhere = folder.resolve("nowhere").resolve("payload");
        words[7] = nowhere.toString();
        run(2, (Object[]) words);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("OVMF.fd", "tik", "tek", "passphrase", "measured");
        }
    }
}
