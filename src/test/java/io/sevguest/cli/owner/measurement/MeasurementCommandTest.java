package io.sevguest.cli.owner.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.cli.CommandRunner;
import io.sevguest.measurement.firmware.SampleFirmware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementCommandTest {
    private static final String TIK = "000102030405060708090a0b0c0d0e0f";
    private static final String NONCE = "c313fab511c216b1505b1b2ea9903c40";

    @TempDir private Path folder;
    private Path firmware;
    private Path kernel;
    private final CommandRunner sevguest = new CommandRunner();

    @BeforeEach
    void makeFiles() throws IOException {
        firmware = Files.write(folder.resolve("OVMF.fd"), SampleFirmware.whole().toArray());
        kernel = Files.writeString(folder.resolve("vmlinuz"), "kernel");
    }

    private CommandRunner.Result run(String command, Object... more) {
        List<Object> words = new ArrayList<>(List.of("measurement", command));
        words.addAll(List.of("--api-major", 1, "--api-minor", "0x33", "--build-id", 3));
        words.addAll(List.of(more));
        return sevguest.run(words.toArray());
    }

    private String built(Object... more) {
        List<Object> words = new ArrayList<>(List.of("--tik", TIK, "--nonce", NONCE));
        words.addAll(List.of(more));
        var result = run("build", words.toArray());
        assertThat(result.err())
                .doesNotContain("error")
                .contains("API            1.51 (0x01.0x33)");
        assertThat(result.status()).isZero();
        return result.out().strip();
    }

    @Test
    void acceptsWhatItBuilt() {
        String made = built("--policy", 1, "--firmware", firmware, "--kernel", kernel);
        var same =
                run(
                        "verify",
                        "--measurement",
                        made,
                        "--tik",
                        TIK,
                        "--policy",
                        "0x1",
                        "-f",
                        firmware,
                        "-k",
                        kernel);
        assertThat(same.status()).isZero();
        assertThat(same.out()).startsWith("OK").contains("policy         0x0001 = 1");
        assertThat(same.out() + same.err()).doesNotContain(TIK);
    }

    @Test
    void takesKeysAndMeasurementsAsFileHexOrBase64() throws IOException {
        String made =
                built("--policy", 0, "--firmware", firmware, "--outfile", folder.resolve("m.bin"));
        Path raw = folder.resolve("m.bin");
        assertThat(Bytes.of(Files.readAllBytes(raw)).toBase64()).isEqualTo(made);
        Path tik = Files.write(folder.resolve("tik.bin"), Bytes.ofHex(TIK).toArray());
        Path tikText = Files.writeString(folder.resolve("tik.txt"), TIK + "\n");
        Path both = Files.write(folder.resolve("tk"), Bytes.ofHex(NONCE + TIK).toArray());
        for (Object key : List.of(tik, tikText, Bytes.ofHex(TIK).toBase64())) {
            assertThat(
                            run("verify", "-m", raw, "--tik", key, "--policy", 0, "-f", firmware)
                                    .status())
                    .isZero();
        }
        String hex = Bytes.of(Files.readAllBytes(raw)).toHex();
        assertThat(run("verify", "-m", hex, "--tk", both, "--policy", 0, "-f", firmware).status())
                .isZero();
    }

    @Test
    void answersNoWhateverThePolicy() {
        String made = built("--policy", 1, "--firmware", firmware);
        for (String policy : List.of("0x05000001", "0xfffffffb", "4294967291", "0x99999999")) {
            var other = run("verify", "-m", made, "--tik", TIK, "--policy", policy, "-f", firmware);
            assertThat(other.status()).as(policy + other.err()).isEqualTo(1);
        }
    }

    @Test
    void namesTheMistake() {
        String made =
                built(
                        "--policy",
                        5,
                        "--firmware",
                        firmware,
                        "-n",
                        4,
                        "--cpu-family",
                        25,
                        "--cpu-model",
                        1,
                        "--cpu-stepping",
                        1);
        var wrong =
                run(
                        "verify",
                        "-m",
                        made,
                        "--tik",
                        TIK,
                        "--policy",
                        5,
                        "-f",
                        firmware,
                        "-n",
                        2,
                        "--cpu-family",
                        25,
                        "--cpu-model",
                        1,
                        "--cpu-stepping",
                        1);
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).startsWith("NO").contains("started with 4 CPUs, not 2");
        var json = run("verify", "-m", made, "--tik", TIK, "--policy", 1, "-f", firmware, "--json");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"matches\" : false", "\"apiMinor\" : 51", "\"causes\"");
    }

    @Test
    void namesAMeasurementThatIsWrittenAnotherWay() {
        String made = built("--policy", 1, "--firmware", firmware);
        Bytes bytes = Bytes.of(java.util.Base64.getDecoder().decode(made));
        String ofHex =
                Bytes.of(bytes.toHex().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .toBase64();
        var twice = run("verify", "-m", ofHex, "--tik", TIK, "--policy", 1, "-f", firmware);
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.out()).contains("base64 of hex");
        String short32 = bytes.slice(0, 32).toBase64();
        assertThat(run("verify", "-m", short32, "--tik", TIK, "--policy", 1, "-f", firmware).err())
                .contains("nonce is missing");
        var completed =
                run(
                        "verify",
                        "-m",
                        short32,
                        "--nonce",
                        NONCE,
                        "--tik",
                        TIK,
                        "--policy",
                        1,
                        "-f",
                        firmware);
        assertThat(completed.out()).startsWith("OK");
        String ofBase64 =
                Bytes.of(made.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).toBase64();
        var base64Twice =
                run("verify", "-m", ofBase64, "--tik", TIK, "--policy", 1, "-f", firmware);
        assertThat(base64Twice.status()).isEqualTo(1);
        assertThat(base64Twice.out()).contains("base64 of base64");
    }

    @Test
    void takesTheGuestFromADomain() throws IOException {
        Path domain =
                Files.writeString(
                        folder.resolve("guest.xml"),
                        "<domain type='kvm'><name>g</name><vcpu current='2'>4</vcpu>"
                                + "<os><loader>%s</loader><kernel>%s</kernel><cmdline>a b</cmdline></os>"
                                        .formatted(firmware, kernel)
                                + "<cpu mode='custom'><model>EPYC-Milan</model></cpu>"
                                + "<launchSecurity type='sev' kernelHashes='yes'>"
                                + "<policy>0x0005</policy></launchSecurity></domain>");
        String made =
                built(
                        "--policy",
                        5,
                        "-f",
                        firmware,
                        "-k",
                        kernel,
                        "-e",
                        "a b",
                        "-n",
                        2,
                        "--cpu-family",
                        25,
                        "--cpu-model",
                        1,
                        "--cpu-stepping",
                        1);
        assertThat(run("verify", "-m", made, "--tik", TIK, "--domain-xml", domain).status())
                .isZero();
        for (List<Object> told :
                List.<List<Object>>of(
                        List.of("--cmdline", "a b"),
                        List.of("--kernel", kernel),
                        List.of("--num-cpus", 2))) {
            Object[] words = {
                "-m", made, "--tik", TIK, "--domain-xml", domain, told.get(0), told.get(1)
            };
            assertThat(run("verify", words).status()).as(told.toString()).isZero();
        }
        var plain = run("verify", "-m", made, "--tik", TIK, "--domain-xml", domain, "--policy", 1);
        assertThat(plain.status()).isEqualTo(1);
        assertThat(plain.out()).contains("bit 2 (ES) is on");
    }

    @Test
    void quietTellsByItsStatusAlone() {
        String made = built("--policy", 1, "--firmware", firmware);
        for (int policy : new int[] {1, 2}) {
            var quiet =
                    run(
                            "verify",
                            "-q",
                            "-m",
                            made,
                            "--tik",
                            TIK,
                            "--policy",
                            policy,
                            "-f",
                            firmware);
            assertThat(quiet.out() + quiet.err()).isEmpty();
            assertThat(quiet.status()).isEqualTo(policy - 1);
        }
    }

    @Test
    void takesTheNonceOfAMeasurement() {
        String made = built("--policy", 1, "--firmware", firmware);
        var again =
                run(
                        "build",
                        "--tik",
                        TIK,
                        "--policy",
                        1,
                        "--firmware",
                        firmware,
                        "--launch-measure-blob",
                        made);
        assertThat(again.out().strip()).isEqualTo(made);
    }

    @Test
    void aDigestStandsForItsParts() {
        String digest = "c64bd101fc9a4a2ce0a27c408d9200911f139a895469b04a40a6fa2890830d23";
        String made = built("--policy", 3, "--launch-digest", digest);
        assertThat(
                        run(
                                        "verify",
                                        "-m",
                                        made,
                                        "--tik",
                                        TIK,
                                        "--policy",
                                        3,
                                        "--launch-digest",
                                        digest)
                                .status())
                .isZero();
        var both =
                run(
                        "verify",
                        "-m",
                        made,
                        "--tik",
                        TIK,
                        "--policy",
                        3,
                        "--launch-digest",
                        digest,
                        "-f",
                        firmware);
        assertThat(both.status()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsMissingOrContradicts() {
        String made = built("--policy", 1, "--firmware", firmware);
        List<List<Object>> wrong =
                List.of(
                        List.of("--policy", 1),
                        List.of("-f", firmware),
                        List.of("--policy", 5, "-f", firmware),
                        List.of("--policy", 5, "-f", firmware, "-n", 2),
                        List.of("--policy", 5, "-f", firmware, "-n", 2, "--cpu-family", 25),
                        List.of("--policy", 1, "-f", firmware, "-e", "a"),
                        List.of("--policy", 1, "-f", folder.resolve("none.fd")));
        for (List<Object> options : wrong) {
            List<Object> words = new ArrayList<>(List.of("-m", made, "--tik", TIK));
            words.addAll(options);
            var result = run("verify", words.toArray());
            assertThat(result.status()).as(options.toString()).isEqualTo(2);
            assertThat(result.err()).startsWith("error: ");
        }
        assertThat(
                        run(
                                        "verify",
                                        "-m",
                                        made,
                                        "--tik",
                                        TIK + "00",
                                        "--policy",
                                        1,
                                        "-f",
                                        firmware)
                                .err())
                .contains("16 bytes")
                .doesNotContain(TIK);
        assertThat(sevguest.run("measurement").status()).isEqualTo(2);
    }

    @Test
    void warnsOfFirmwareWithoutRoomForHashesOrSecrets() throws IOException {
        Path plain = folder.resolve("plain.fd");
        Files.write(plain, SampleFirmware.withoutAreas().toArray());
        Object[] guest = {"--tik", TIK, "--policy", 1, "-f", plain, "-k", kernel};
        var built = run("build", guest);
        assertThat(built.err()).contains("warning: The firmware has no area for kernel hashes");
        List<Object> words = new ArrayList<>(List.of(guest));
        words.addAll(List.of("-m", built.out().strip()));
        var verified = run("verify", words.toArray());
        assertThat(verified.status()).isZero();
        assertThat(verified.err()).contains("warning: The firmware has no area for kernel hashes");
        words.addAll(List.of("--tek", TIK, "-s", "luks:" + kernel));
        words.addAll(List.of("--api-major", 1, "--api-minor", 51, "--build-id", 3));
        words.addAll(0, List.of("secret", "build"));
        words.addAll(List.of(folder.resolve("header"), folder.resolve("payload")));
        assertThat(sevguest.run(words.toArray()).err())
                .contains("warning: The firmware has no area for a launch secret");
        assertThat(run("build", "--tik", TIK, "--policy", 1, "-f", plain).err())
                .doesNotContain("warning");
    }

    @Test
    void refusesMoreCpusThanAnyHostStarts() {
        Object[] words = {
            "--tik",
            TIK,
            "--policy",
            5,
            "-f",
            firmware,
            "--cpu-family",
            25,
            "--cpu-model",
            1,
            "--cpu-stepping",
            1,
            "-n",
            2_000_000_000
        };
        assertThat(run("build", words).err())
                .contains("2,000,000,000 CPUs, but KVM starts at most 4,096");
    }
}
