package io.sevguest.cli.owner.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.cli.CommandRunner;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.KnownDigest;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandTest {
    private static final String LUKS = "736869e5-84f0-4973-92ec-06879ce3da0b";
    private static final String TIK = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String TEK = "00112233445566778899aabbccddeeff";
    private static final String PASSPHRASE = "MY-LUKS-PASSPHRASE";
    private static final Bytes DIGEST = Bytes.of(new byte[32]).sha256();
    private static final Bytes NONCE = Bytes.ofHex("000102030405060708090a0b0c0d0e0f");

    private final CommandRunner runner = new CommandRunner();

    @TempDir Path folder;
    private Path passphrase;
    private Path header;
    private Path payload;

    @BeforeEach
    void prepare() throws IOException {
        passphrase = Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
        header = folder.resolve("header");
        payload = folder.resolve("payload");
    }

    private static String measurement(int policy) {
        var inputs =
                new MeasurementInputs(
                        new KnownDigest(DIGEST), new FirmwareApi(1, 51, 3), new SevPolicy(policy));
        try (SecretBytes tik = SecretBytes.take(Bytes.ofHex(TIK).toArray())) {
            return inputs.measurement(tik, NONCE).toBytes().toBase64();
        }
    }

    private CommandRunner.Result build(Object... more) {
        List<Object> words = new ArrayList<>(List.of("secret", "build", "--tik", TIK));
        words.addAll(List.of("--tek", TEK, "--launch-measure-blob", measurement(1)));
        words.addAll(Arrays.asList(more));
        return run(words);
    }

    private CommandRunner.Result verified(String policy, Object... more) {
        List<Object> words = new ArrayList<>(List.of("--api-major", "1", "--api-minor", "51"));
        words.addAll(List.of("--build-id", "3", "--launch-digest", DIGEST.toHex()));
        words.addAll(List.of("--policy", policy, "--secret", "luks:" + passphrase));
        words.addAll(Arrays.asList(more));
        return build(words.toArray());
    }

    private CommandRunner.Result open(Object... more) {
        List<Object> words = new ArrayList<>(List.of("secret", "open", "--tik", TIK));
        words.addAll(List.of("--tek", TEK, "--measurement", measurement(1), header, payload));
        words.addAll(Arrays.asList(more));
        return run(words);
    }

    /** Runs a command and checks that its output contains no key or secret in any encoding. */
    private CommandRunner.Result run(List<Object> words) {
        CommandRunner.Result result = runner.run(words.toArray());
        Bytes secret = Bytes.of(PASSPHRASE.getBytes(StandardCharsets.US_ASCII));
        for (Bytes bytes : List.of(secret, Bytes.ofHex(TIK), Bytes.ofHex(TEK))) {
            assertThat(result.out() + result.err())
                    .doesNotContain(PASSPHRASE, bytes.toHex(), bytes.toBase64());
        }
        return result;
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("passphrase"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void makesASecretOnlyForAMeasurementThatMatches() throws IOException {
        CommandRunner.Result matching = verified("1", header, payload);
        assertThat(matching.err()).isEmpty();
        assertThat(matching.status()).isZero();
        assertThat(matching.out()).contains("OK: the measurement", LUKS, "LUKS key", "18 bytes");
        assertThat(written()).containsExactly("header", "payload");
        for (Path file : List.of(header, payload)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.size(header)).isEqualTo(52);
        assertThat(Files.size(payload)).isEqualTo(64);
    }

    @Test
    void aMismatchIsExplainedAndNothingWritten() throws IOException {
        CommandRunner.Result refused = verified("0x3", header, payload);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("NO:", "bit 1 (NOKS)", "No secret was created.");
        assertThat(written()).isEmpty();
        CommandRunner.Result json = verified("0x3", header, payload, "--json");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"written\" : false", "\"causes\"");
    }

    @Test
    void withoutInputsItSaysWhatIsMissingAndNamesUnverified() throws IOException {
        CommandRunner.Result refused = build("--secret", "luks:" + passphrase, header, payload);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("--unverified");
        assertThat(written()).isEmpty();
    }

    @Test
    void unverifiedIsSaid() {
        CommandRunner.Result made =
                build("--unverified", "--secret", LUKS + ":" + passphrase, header, payload);
        assertThat(made.status()).isZero();
        assertThat(made.err()).contains("was not checked");
        assertThat(open().out()).contains("OK:", LUKS, "18 bytes");
    }

    @Test
    void openListsAndExtractsToAPrivateFile() throws IOException {
        verified("1", header, payload);
        assertThat(open().status()).isZero();
        assertThat(open("--json").out()).contains("\"guid\" : \"" + LUKS + "\"", "\"size\" : 18");
        Path out = folder.resolve("out");
        assertThat(open("--extract", "luks", "-o", out).status()).isZero();
        assertThat(out).hasContent(PASSPHRASE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(open("--extract", LUKS.replace('7', '8'), "-o", folder.resolve("x")).status())
                .isEqualTo(2);
        assertThat(open("--extract", "lucks", "-o", folder.resolve("x")).status()).isEqualTo(2);
    }

    @Test
    void openRefusesWhatDoesNotBelongTogether() throws IOException {
        verified("1", header, payload);
        byte[] altered = Files.readAllBytes(payload);
        altered[40] ^= 1;
        Files.write(payload, altered);
        CommandRunner.Result refused = open();
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).startsWith("NO:");
    }

    @Test
    void openNamesTheMistake() {
        assertThat(verified("1", header, payload).status()).isZero();
        CommandRunner.Result swapped =
                run(
                        List.of(
                                "secret",
                                "open",
                                "--tik",
                                TEK,
                                "--tek",
                                TIK,
                                "--measurement",
                                measurement(1),
                                header,
                                payload));
        assertThat(swapped.status()).isEqualTo(1);
        assertThat(swapped.out()).startsWith("NO: ").contains("TIK and TEK are swapped.");
        Object[] old = {"--api-major", 0, "--api-minor", 16, "--build-id", 1};
        build(
                "--unverified",
                "--force",
                old[0],
                old[1],
                old[2],
                old[3],
                old[4],
                old[5],
                "--secret",
                "luks:" + passphrase,
                header,
                payload);
        assertThat(open().status()).isEqualTo(1);
        assertThat(open("--json").out()).contains("not bound to a launch", "\"valid\" : false");
    }

    @Test
    void takesAMeasurementOfSevToolWhichHasNoNonce() throws IOException {
        Bytes whole = Bytes.of(java.util.Base64.getDecoder().decode(measurement(1)));
        Path alone = Files.write(folder.resolve("calc"), whole.slice(0, 32).toArray());
        assertThat(verified("1", header, payload).status()).isZero();
        assertThat(
                        run(List.of(
                                        "secret",
                                        "open",
                                        "--tik",
                                        TIK,
                                        "--tek",
                                        TEK,
                                        "--measurement",
                                        alone,
                                        header,
                                        payload))
                                .status())
                .isZero();
    }

    @Test
    void base64IsForVirshAndItsCommandShown() throws IOException {
        CommandRunner.Result made =
                verified("1", "--secret-header", header, "--secret-payload", payload);
        assertThat(made.out())
                .contains("virsh domsetlaunchsecstate GUEST --secrethdr " + header + " --secret ");
        assertThat(Files.size(header)).isEqualTo(72);
        assertThat(Files.readString(header)).matches("[A-Za-z0-9+/]+=*");
        assertThat(open().status()).isZero();
        CommandRunner.Result again = verified("1", "--base64", "--force", header, payload);
        assertThat(again.status()).isZero();
        assertThat(Files.size(header)).isEqualTo(72);
    }

    @Test
    void existingFilesStayAsTheyAre() throws IOException {
        Files.writeString(payload, "mine");
        CommandRunner.Result refused = verified("1", header, payload);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(payload).hasContent("mine");
        assertThat(written()).containsExactly("payload");
    }

    @Test
    void tooMuchIsRefusedWithTheNumbers() throws IOException {
        for (int size : new int[] {16_345, 16_384, 16_385, 300_000, 2 << 20}) {
            Path large = Files.write(folder.resolve("large"), new byte[size]);
            CommandRunner.Result refused =
                    build("--unverified", "--secret", "luks:" + large, header, payload);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("16,384");
            assertThat(written()).containsExactly("large");
        }
    }

    @Test
    void anEmptySecretIsAllowed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        CommandRunner.Result made =
                build("--unverified", "--secret", "luks-key:" + empty, header, payload);
        assertThat(made.status()).isZero();
        assertThat(open().out()).contains("0 bytes");
    }

    @Test
    void paddingIsOfEitherKind() throws IOException {
        Path exact = Files.write(folder.resolve("exact"), new byte[24]);
        for (String kind : List.of("sevctl", "libvirt")) {
            build(
                    "--unverified",
                    "--force",
                    "--padding",
                    kind,
                    "--secret",
                    "luks:" + exact,
                    header,
                    payload);
            assertThat(Files.size(payload)).isEqualTo(kind.equals("libvirt") ? 80 : 64);
            assertThat(open().status()).isZero();
        }
    }

    @Test
    void oldFirmwareHasNoMeasureInIt() {
        CommandRunner.Result made =
                build(
                        "--unverified",
                        "--api-major",
                        "0",
                        "--api-minor",
                        "16",
                        "--secret",
                        "luks:" + passphrase,
                        header,
                        payload);
        assertThat(made.status()).isZero();
        assertThat(open().status()).isEqualTo(1);
        assertThat(run(List.of("secret", "open", "--tk", TEK + TIK, header, payload)).status())
                .isZero();
    }

    @Test
    void wrongUsageIsRefused() throws IOException {
        String secret = "luks:" + passphrase;
        for (Object[] wrong :
                new Object[][] {
                    {"--unverified", "--secret", secret},
                    {"--unverified", "--secret", secret, header},
                    {"--unverified", "--secret", secret, header, header},
                    {"--unverified", "--secret", "disk:" + passphrase, header, payload},
                    {"--unverified", "--secret", passphrase, header, payload},
                    {"--unverified", "--secret", secret, "--secret", secret, header, payload},
                    {"--unverified", "--secret", "luks:" + folder, header, payload},
                    {"--unverified", header, payload},
                }) {
            CommandRunner.Result refused = build(wrong);
            assertThat(refused.status()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(refused.err()).startsWith("error: ");
            assertThat(written()).isEmpty();
        }
    }
}
