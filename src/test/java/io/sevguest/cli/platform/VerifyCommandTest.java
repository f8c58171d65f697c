package io.sevguest.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.AmdCertificate;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.cli.CommandRunner;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VerifyCommandTest {
    private final CommandRunner runner = new CommandRunner();

    @TempDir Path folder;

    private Path export;
    private Path ark;
    private Path ask;

    @BeforeEach
    void writeFiles() throws IOException {
        export = file("host.chain", SampleCertificates.chain());
        ark = file("ark.cert", SampleCertificates.ark().toBytes());
        ask = file("ask.cert", SampleCertificates.ask().toBytes());
    }

    private Path file(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    private Path text(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void acceptsAChainOfARootThatTheUserTrusts() {
        var run = runner.run("verify", "--sev", export, "--ca", ask, ark, "--trust-root", ark);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("The chain is valid, by a root of your own, which is not AMD's.")
                .contains("ARK → ARK  ok", "PEK → PDH  ok", "root  your own, SHA-256");
        var json = json("verify", "--sev", export, "--ca", ask, "--trust-root", ark, "--json");
        assertThat(json.get("valid").asBoolean()).isTrue();
        assertThat(json.get("root").asString()).isEqualTo("own");
    }

    @Test
    void saysThatARootIsNotAmds() {
        var run = runner.run("verify", "--sev", export, "--ca", ask, ark);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("its root is not AMD's", "root  not trusted");
    }

    @Test
    void printsOneJsonObjectWithExactlyFourKeys() {
        JsonNode json = json("verify", "--json", "--sev", export);
        assertThat(json.propertyNames()).containsExactly("valid", "root", "links", "failing");
        assertThat(json.get("valid").asBoolean()).isFalse();
        assertThat(json.get("root").isNull()).isTrue();
        assertThat(json.get("links").propertyNames())
                .containsExactly(
                        "ark_self",
                        "ark_ask",
                        "ask_cek",
                        "cek_pek",
                        "oca_self",
                        "oca_pek",
                        "pek_pdh");
        assertThat(json.get("links").get("ark_self").asString()).isEqualTo("ok");
        assertThat(json.get("links").get("ask_cek").asString()).startsWith("fail: bad signature");
        assertThat(json.get("failing").get(0).asString()).isEqualTo("ask_cek");
        assertThat(json.get("failing")).hasSize(1);
    }

    @Test
    void saysWhereBuiltInKeysStoodInForFiles() {
        var run = runner.run("verify", "--sev", export);
        assertThat(run.out()).contains("ARK → ASK  ok       by AMD's public key, built into");
    }

    @Test
    void takesEveryFormThatToolsWrite() throws IOException {
        String pdh = SampleCertificates.pdh().toBytes().toBase64();
        Bytes rest = SampleCertificates.chain();
        String chain = rest.slice(SevCertificate.SIZE, rest.size()).toBase64();
        Path node =
                text(
                        "nodesevinfo.txt",
                        "pdh            : %s%ncert-chain     : %s%ncbitpos        : 47%n"
                                .formatted(pdh, chain));
        Path qmp =
                text(
                        "reply.json",
                        "{\"return\": {\"cbitpos\": 47, \"pdh\": \"%s\", \"cert-chain\": \"%s\"}}"
                                .formatted(pdh, chain));
        Path first = text("value.b64", pdh + "\n");
        Path second = text("other.b64", chain);
        for (List<Path> files : List.of(List.of(node), List.of(qmp), List.of(second, first))) {
            Object[] words = {"verify", "--ca", ark, ask, "--trust-root", ark, "--sev"};
            Object[] all = Arrays.copyOf(words, words.length + files.size());
            for (int i = 0; i < files.size(); i++) {
                all[words.length + i] = files.get(i);
            }
            var run = runner.run(all);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).as("%s", files).isZero();
        }
    }

    @Test
    void takesSingleFilesOnlyAsWhatTheyAreNamed() throws IOException {
        for (AmdCertificate each :
                SampleCertificates.platform().toChain().certificates().subList(0, 4)) {
            file(KeyUsage.text(each.usage()).toLowerCase(Locale.ROOT) + ".cert", each.toBytes());
        }
        Path[] single = {
            folder.resolve("pdh.cert"),
            folder.resolve("pek.cert"),
            folder.resolve("oca.cert"),
            folder.resolve("cek.cert")
        };
        assertThat(verifySingle(single)).isZero();
        Bytes pek = SampleCertificates.pek().toBytes();
        file("pek.cert", SampleCertificates.oca().toBytes());
        file("oca.cert", pek);
        assertThat(verifySingle(single)).isEqualTo(1);
    }

    private int verifySingle(Path... files) {
        return runner.run(
                        "verify",
                        "--sev",
                        files[0],
                        files[1],
                        files[2],
                        files[3],
                        "--ca",
                        ask,
                        "--trust-root",
                        ark)
                .status();
    }

    @Test
    void readsTheZipFileOfSevTool() throws IOException {
        Path zip = folder.resolve("certs_export.zip");
        Path damaged = folder.resolve("damaged.zip");
        Bytes pdh = SampleCertificates.pdh().toBytes();
        zip(zip, pdh);
        zip(damaged, SampleCertificates.flipped(pdh, 0x430));
        assertThat(runner.run("verify", "--sev", zip, "--trust-root", ark).status()).isZero();
        assertThat(runner.run("verify", "--sev", damaged, "--trust-root", ark).status())
                .isEqualTo(1);
        assertThat(runner.run("inspect", zip).out()).contains("zip", "chain of PEK, ");
    }

    private void zip(Path to, Bytes pdh) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(to))) {
            add(zip, "README", "no certificate".getBytes(StandardCharsets.UTF_8));
            add(zip, "certs/pek.cert", SampleCertificates.pek().toBytes().toArray());
            add(zip, "certs/oca.cert", SampleCertificates.oca().toBytes().toArray());
            add(zip, "certs/cek.cert", SampleCertificates.cek().toBytes().toArray());
            add(zip, "certs/ask.cert", SampleCertificates.ask().toBytes().toArray());
            add(zip, "certs/pdh.cert", pdh.toArray());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    @Test
    void refusesUnsignedBytesThatWereAltered() throws IOException {
        Path odd = file("odd.chain", SampleCertificates.flipped(SampleCertificates.chain(), 0x823));
        var run = runner.run("verify", "--sev", odd, "--ca", ask, "--trust-root", ark);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("its unused signature slot is not empty");
        assertThat(run.err())
                .contains("warning: PDH: The unused bytes of a signature at offset 0x624");
    }

    @Test
    void refusesBytesThatAreLeftOver() throws IOException {
        Bytes chain = SampleCertificates.chain();
        Path odd = file("odd.chain", chain.append(chain.slice(0, 1)));
        var run = runner.run("verify", "--sev", odd, "--ca", ask, "--trust-root", ark);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("odd.chain: 1 byte after the last certificate is none.");
        Path line = file("line.chain", chain.append(Bytes.of(new byte[] {'\r', '\n'})));
        assertThat(runner.run("verify", "--sev", line, "--ca", ask, "--trust-root", ark).status())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2084 + 14, 2 * 2084 + 14, 3 * 2084 + 8, 4 * 2084, 4 * 2084 + 832 + 36})
    void refusesAChainInWhichAHeaderIsDamaged(int at) throws IOException {
        Bytes full =
                SampleCertificates.chain()
                        .append(SampleCertificates.ask().toBytes())
                        .append(SampleCertificates.ark().toBytes());
        Path good = file("good.chain", full);
        assertThat(runner.run("verify", "--sev", good, "--trust-root", ark).status()).isZero();
        Path odd = file("odd.chain", SampleCertificates.flipped(full, at));
        var run = runner.run("verify", "--sev", odd, "--trust-root", ark);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED", "damaged", "bytes after the last certificate");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 14})
    void refusesAChainWhoseFirstHeaderIsDamaged(int at) throws IOException {
        Path odd = file("odd.chain", SampleCertificates.flipped(SampleCertificates.chain(), at));
        JsonNode json = json("verify", "--sev", odd, "--ca", ask, "--trust-root", ark, "--json");
        assertThat(json.get("failing").toString()).isEqualTo("[\"pek_pdh\"]");
        assertThat(json.get("links").get("pek_pdh").asString()).contains("pdh: damaged");
        assertThat(json.get("links").get("cek_pek").asString()).isEqualTo("ok");
        assertThat(runner.run("inspect", odd).out())
                .contains("ends with a chain of PEK, OCA, CEK", "may have been the PDH");
    }

    @Test
    void saysWhichUsageASingleCertificateHasThatIsNone() throws IOException {
        Path odd = file("odd", SampleCertificates.flipped(SampleCertificates.pdh().toBytes(), 9));
        var run = runner.run("verify", "--sev", odd);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no usable certificate", "has the usage unknown (0x");
    }

    @Test
    void saysThatACertificateIsAnotherThanItsFileIsNamed() throws IOException {
        Path odd = file("pdh.cert", SampleCertificates.pek().toBytes());
        var run = runner.run("session", "--pdh", odd, "--unverified", "--policy", "0x1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("usage is PEK, but the file is named", "name each file after what is in")
                .doesNotContain("no whole certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "-----BEGIN CERTIFICATE-----"})
    void refusesWhatHoldsNoCertificate(String content) throws IOException {
        var run = runner.run("verify", "--sev", text("given", content));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("given", "no certificate");
    }

    @Test
    void refusesFoldersAbsentFilesAndHugeOnes() throws IOException {
        assertThat(runner.run("verify", "--sev", folder).err()).contains("This is a folder");
        assertThat(runner.run("verify", "--sev", folder).status()).isEqualTo(2);
        assertThat(runner.run("verify", "--sev", folder.resolve("absent")).status()).isEqualTo(2);
        assertThat(runner.run("verify").status()).isEqualTo(2);
        Path huge = folder.resolve("huge");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        var run = runner.run("verify", "--sev", huge);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("1 MiB");
    }

    @Test
    void refusesAsRootWhatIsNone() {
        var run = runner.run("verify", "--sev", export, "--trust-root", ask);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("The file contains no root certificate (ARK).");
    }

    private JsonNode json(Object... arguments) {
        return new ObjectMapper().readTree(runner.run(arguments).out());
    }
}
