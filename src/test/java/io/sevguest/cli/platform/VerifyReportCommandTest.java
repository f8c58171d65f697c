package io.sevguest.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.cli.CommandRunner;
import io.sevguest.measurement.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VerifyReportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandRunner runner = new CommandRunner();

    @TempDir Path folder;

    private Path report;
    private Path pek;
    private Path export;
    private Path ark;

    @BeforeEach
    void writeFiles() throws IOException {
        report = file("report.bin", SampleReport.report().toBytes());
        pek = file("pek.cert", SampleCertificates.pek().toBytes());
        export =
                file(
                        "full.chain",
                        SampleCertificates.chain()
                                .append(SampleCertificates.ask().toBytes())
                                .append(SampleCertificates.ark().toBytes()));
        ark = file("ark.cert", SampleCertificates.ark().toBytes());
    }

    private Path file(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    @Test
    void believesAPekThatIsGivenAloneButSaysSo() {
        var run = runner.run("verify-report", report, "--pek", pek);
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("The report is valid if the PEK belongs to the platform.")
                .contains("policy     0x40010003", SampleReport.NONCE.toHex());
        assertThat(runner.run("verify-report", report, "--pek", pek, "--ca", ark).status())
                .isEqualTo(2);
    }

    @Test
    void checksTheWholeChainOfAnExport() {
        assertThat(runner.run("verify-report", report, "--sev", export).status()).isEqualTo(1);
        var run = runner.run("verify-report", report, "--sev", export, "--trust-root", ark);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("PEK verified, root own root, SHA-256");
    }

    @Test
    void tellsReportAndCertificatesApartByTheirContent() {
        assertThat(runner.run("verify-report", pek, report).out())
                .startsWith("The report is valid if the PEK belongs to the platform.");
        assertThat(runner.run("verify-report", export, report, "--trust-root", ark).status())
                .isZero();
        assertThat(runner.run("verify-report", "--report", report, "--pek", pek).status()).isZero();
        for (Object[] wrong :
                new Object[][] {{}, {report}, {pek}, {report, export, "--pek", pek}}) {
            Object[] words = new Object[wrong.length + 1];
            words[0] = "verify-report";
            System.arraycopy(wrong, 0, words, 1, wrong.length);
            var refused = runner.run(words);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).startsWith("error: ");
        }
    }

    @Test
    void needsNoPdhAndTakesAPekAloneFromAnyOption() throws IOException {
        Path chain =
                file(
                        "cert_chain.cert",
                        SampleCertificates.chain()
                                .slice(SevCertificate.SIZE, 4 * SevCertificate.SIZE)
                                .append(SampleCertificates.ask().toBytes()));
        var run = runner.run("verify-report", report, "--sev", chain, "--trust-root", ark);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("PEK verified, root own root, SHA-256");
        var alone = runner.run("verify-report", report, "--sev", pek);
        assertThat(alone.status()).isZero();
        assertThat(alone.out())
                .startsWith("The report is valid if the PEK belongs to the platform.");
    }

    @Test
    void comparesWhatTheUserExpects() {
        String digest = SampleReport.DIGEST.toHex();
        Object[] right = {
            "verify-report",
            report,
            "--pek",
            pek,
            "--launch-digest",
            digest,
            "--policy",
            "0x40010003",
            "--nonce",
            SampleReport.NONCE.toBase64()
        };
        assertThat(runner.run(right).status()).isZero();
        Object[] wrong = {
            "verify-report",
            report,
            "--pek",
            pek,
            "--json",
            "--policy",
            "3",
            "--launch-digest",
            "00".repeat(32)
        };
        var run = runner.run(wrong);
        assertThat(run.status()).isEqualTo(1);
        JsonNode json = JSON.readTree(run.out());
        assertThat(json.propertyNames())
                .containsExactly(
                        "valid",
                        "signature",
                        "chain",
                        "nonce",
                        "launchDigest",
                        "policy",
                        "failing");
        assertThat(json.get("signature").asString()).isEqualTo("ok");
        assertThat(json.get("chain").isNull()).isTrue();
        assertThat(json.get("failing")).hasSize(2);
    }

    @Test
    void takesTheReportAsFileHexAndBase64() throws IOException {
        Bytes bytes = SampleReport.report().toBytes();
        Path base64 = Files.writeString(folder.resolve("report.b64"), bytes.toBase64() + "\n");
        String answer =
                "{\"return\": {\"data\": \"%s\"}, \"id\": \"x\"}".formatted(bytes.toBase64());
        Path qmp = Files.writeString(folder.resolve("report.json"), answer);
        for (Object given : List.of(bytes.toHex(), bytes.toBase64(), base64, report, qmp, answer)) {
            assertThat(runner.run("verify-report", given, "--pek", pek).status()).isZero();
        }
    }

    @Test
    void readsTheAnswerOfQemuAsJson() {
        String escaped = SampleReport.report().toBytes().toBase64().replace("/", "\\/");
        for (String answer :
                List.of(
                        "{\"return\": {\"data\": \"%s\"}}".formatted(escaped),
                        "{\"data\": \"%s\"}".formatted(escaped))) {
            assertThat(runner.run("verify-report", answer, "--pek", pek).status()).isZero();
        }
        for (String other : List.of("{\"data\": 5}", "{", "{\"a\":".repeat(2000))) {
            assertThat(runner.run("verify-report", other, "--pek", pek).status()).isEqualTo(2);
        }
    }

    @Test
    void refusesWhatIsNoReport() throws IOException {
        Path cut = file("cut.bin", SampleReport.report().toBytes().slice(0, 207));
        var run = runner.run("verify-report", cut, "--pek", pek);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cut.bin", "207 bytes instead of 208");
        assertThat(runner.run("verify-report", "absent.bin", "--pek", pek).err())
                .contains("neither an existing file nor 208 bytes");
        assertThat(runner.run("verify-report", report, "--pek", ark).status()).isEqualTo(2);
        assertThat(runner.run("verify-report", report).status()).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsJudged() throws IOException {
        return Shared.vectors("attestation").stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> judge(file)));
    }

    private void judge(Path file) {
        JsonNode vector = JSON.readTree(file.toFile());
        Path given = file.resolveSibling(vector.get("files").get("report").asString());
        Path signer = file.resolveSibling(vector.get("files").get("pek").asString());
        var run = runner.run("verify-report", given, "--pek", signer, "--json");
        JsonNode expected = vector.get("expect");
        if (expected.isString()) {
            assertThat(run.status()).isEqualTo(2);
            return;
        }
        boolean good = expected.get("signature_valid").asBoolean();
        JsonNode json = JSON.readTree(run.out());
        assertThat(run.status()).isEqualTo(good ? 0 : 1);
        assertThat(json.get("signature").asString().equals("ok")).isEqualTo(good);
        assertThat(json.get("nonce").asString()).isEqualTo(expected.get("mnonce_hex").asString());
        assertThat(json.get("launchDigest").asString())
                .isEqualTo(expected.get("launch_digest_hex").asString());
        assertThat(Long.decode(json.get("policy").asString()))
                .isEqualTo(Long.decode(expected.get("policy_hex").asString()));
    }
}
