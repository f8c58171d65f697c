package io.sevguest.cli.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.cli.CommandRunner;
import io.sevguest.cli.output.ProblemReport;
import io.sevguest.policy.SevPolicy;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.OwnerSession;
import io.sevguest.session.PolicyMac;
import io.sevguest.state.session.SessionBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SessionCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private Path export;
    private Path ark;
    private Path ask;
    private Path pdh;
    private Path out;

    @BeforeEach
    void writeFiles() throws IOException {
        export = file("epyc1.chain", SampleCertificates.chain());
        pdh = file("epyc1.cert", SampleCertificates.pdh().toBytes());
        ark = file("ark.cert", SampleCertificates.ark().toBytes());
        ask = file("ask.cert", SampleCertificates.ask().toBytes());
        out = folder.resolve("out");
    }

    private Path file(String name, Bytes content) throws IOException {
        return Files.write(folder.resolve(name), content.toArray());
    }

    private List<String> written() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Bytes base64(String name) throws IOException {
        return Bytes.of(Base64.getDecoder().decode(Files.readString(out.resolve(name))));
    }

    @Test
    void writesTheFilesOfASessionForAVerifiedPlatform() throws Exception {
        var run =
                run(
                        "--sev",
                        export,
                        "--ca",
                        ask,
                        "--trust-root",
                        ark,
                        "--policy",
                        "0x33010007",
                        "--name",
                        "db",
                        "--output-dir",
                        out);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("0x33010007 = 855703559", "verified, root own", "db_tik.bin");
        assertThat(written())
                .containsExactly(
                        "db.session.json",
                        "db_godh.b64",
                        "db_session.b64",
                        "db_tek.bin",
                        "db_tik.bin");
        for (String name : written()) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(out.resolve(name))))
                    .isEqualTo("rw-------");
        }
        SevCertificate godh = SevCertificate.parse("godh", base64("db_godh.b64"));
        assertThat(godh.signatures()).isEmpty();
        LaunchSession blob = LaunchSession.parse("blob", base64("db_session.b64"));
        SecretBytes tik = SecretBytes.take(Files.readAllBytes(out.resolve("db_tik.bin")));
        assertThat(PolicyMac.fits(blob, new SevPolicy(0x33010007), tik)).isTrue();
        assertThat(Files.size(out.resolve("db_tek.bin"))).isEqualTo(16);
        JsonNode note = JSON.readTree(out.resolve("db.session.json").toFile());
        assertThat(note.get("policy").get("hex").asString()).isEqualTo("0x33010007");
        assertThat(note.get("host").asString()).isEqualTo("epyc1");
        assertThat(note.get("chain").get("root").asString()).isEqualTo("own");
        assertThat(note.get("pdhSha256").asString())
                .isEqualTo(SampleCertificates.pdh().toBytes().sha256().toHex());
        assertThat(folder.resolve("state/sessions.json"))
                .content()
                .contains(blob.toBytes().sha256().toHex(), "db.session.json");
        assertThat(note.get("sessionSha256").asString()).isEqualTo(blob.toBytes().sha256().toHex());
    }

    @Test
    void aChainThatIsNotValidMakesNothing() throws Exception {
        var strange = run("--sev", export, "--ca", ask, ark, "--policy", "1", "--output-dir", out);
        assertThat(strange.status()).isEqualTo(1);
        assertThat(strange.err()).contains("root is not a trusted one");
        Path broken = file("bad.chain", SampleCertificates.flipped(SampleCertificates.chain(), 40));
        var run =
                run(
                        "--sev",
                        broken,
                        "--ca",
                        ask,
                        "--trust-root",
                        ark,
                        "--policy",
                        "1",
                        "--output-dir",
                        out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("pek_pdh fail: PDH: bad public key");
        assertThat(out).doesNotExist();
    }

    @Test
    void aPdhAloneNeedsAWordThatTheRiskIsTaken() throws Exception {
        var refused = run("--pdh", pdh, "--policy", "1", "--output-dir", out);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("can read the keys", "--unverified");
        assertThat(out).doesNotExist();
        var run =
                run(
                        "--pdh",
                        pdh,
                        "--unverified",
                        "--policy",
                        "1",
                        "--sign-godh",
                        "--output-dir",
                        out,
                        "--json");
        assertThat(run.status()).isZero();
        JsonNode session = JSON.readTree(run.out()).get("sessions").get(0);
        assertThat(session.get("verified").asBoolean()).isFalse();
        assertThat(OwnSignature.isOn(SevCertificate.parse("godh", base64("vm_godh.b64")))).isTrue();
    }

    @Test
    void warnsOfAPolicyThatThePlatformCannotKeepAndOfAChainThatIsNotLookedAt() throws Exception {
        var run =
                run(
                        "--pdh",
                        export,
                        "--unverified",
                        "--policy",
                        "0x38010040",
                        "--output-dir",
                        out,
                        "--json");
        assertThat(run.status()).isZero();
        assertThat(run.err())
                .contains("warning: epyc1: Reserved bits are set in the policy (0x0040")
                .contains("at least firmware API 1.56, but the PDH has API 1.55")
                .contains("give all certificates with --sev, without --unverified");
        assertThat(JSON.readTree(run.out()).get("sessions").get(0).get("warnings")).hasSize(3);
    }

    @Test
    void warnsOfACertificateThatNobodySigned() throws Exception {
        Path godh = file("g.cert", SampleCertificates.unsignedGodh().toBytes());
        var run = run("--pdh", godh, "--unverified", "--policy", "1", "--output-dir", out);
        assertThat(run.err()).contains("warning: g: The PDH carries no signature");
    }

    @Test
    void noOtherCertificateIsTakenForAPdh() throws Exception {
        List<Path> others =
                List.of(
                        file("a.cert", SampleCertificates.pek().toBytes()),
                        file("b.cert", SampleCertificates.cek().toBytes()),
                        file("c.cert", SampleCertificates.oca().toBytes()),
                        file("pdh.cert", SampleCertificates.pek().toBytes()),
                        file("d.cert", SampleCertificates.godh().toBytes()),
                        file("e.cert", Bytes.of(new byte[2084])),
                        ark,
                        ask);
        for (Path other : others) {
            var run = run("--pdh", other, "--unverified", "--policy", "1", "--output-dir", out);
            assertThat(run.status()).as(other.toString()).isEqualTo(2);
            assertThat(run.err()).startsWith("error: ").contains(other.toString());
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void filesThatExistStayUnlessForced() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("vm_tik.bin"), "mine");
        var refused = run("--pdh", pdh, "--unverified", "--policy", "1", "--output-dir", out);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("vm_tik.bin", "--force");
        assertThat(written()).containsExactly("vm_tik.bin");
        assertThat(out.resolve("vm_tik.bin")).hasContent("mine");
        var forced =
                run("--pdh", pdh, "--unverified", "--policy", "1", "--output-dir", out, "--force");
        assertThat(forced.status()).isZero();
        assertThat(written()).hasSize(5);
    }

    @Test
    void aFileIsNoFolderToWriteInto() {
        var refused = run("--pdh", pdh, "--unverified", "--policy", "1", "--output-dir", export);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("a file with this name exists where a folder is needed", "Give a folder");
    }

    @Test
    void manyPlatformsAtOnceAreNamedAfterTheirFiles() throws Exception {
        Path second = file("epyc2.cert", SampleCertificates.pdh().withApi(1, 52).toBytes());
        Path bad = file("epyc3.cert", SampleCertificates.pek().toBytes());
        var run =
                run(
                        "--pdh",
                        pdh,
                        second,
                        bad,
                        "--unverified",
                        "--policy",
                        "5",
                        "--output-dir",
                        out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("Sessions made: 2, failed: 1.");
        assertThat(run.err()).contains("/3] epyc1: made", "/3] epyc3: failed", "this is PEK");
        assertThat(written()).hasSize(10).contains("epyc1_tik.bin", "epyc2.session.json");
        assertThat(Files.readAllBytes(out.resolve("epyc1_tik.bin")))
                .isNotEqualTo(Files.readAllBytes(out.resolve("epyc2_tik.bin")));
    }

    @Test
    void aClashOfNamesIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path other = Files.createDirectory(folder.resolve("b")).resolve("epyc1.pdh");
        Files.copy(pdh, other);
        var run = run("--pdh", pdh, other, "--unverified", "--policy", "5", "--output-dir", out);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("same names", "epyc1_");
        assertThat(out).doesNotExist();
    }

    @Test
    void severalExportsAreSeveralPlatforms() throws Exception {
        Path second =
                file("epyc2.chain", SampleCertificates.flipped(SampleCertificates.chain(), 4));
        var run =
                run(
                        "--sev",
                        export,
                        second,
                        ask,
                        "--trust-root",
                        ark,
                        "--policy",
                        "5",
                        "--output-dir",
                        out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(written()).hasSize(5).contains("epyc1_godh.b64");
        assertThat(run.err()).contains("epyc2.chain", "pek_pdh fail");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        refused("Exactly one of", "--policy", "1");
        refused("Exactly one of", "--sev", export, "--pdh", pdh, "--policy", "1");
        refused("always verified", "--sev", export, "--unverified", "--policy", "1");
        refused("no chain", "--pdh", pdh, "--unverified", "--ca", ask, "--policy", "1");
        refused(
                "with one platform",
                "--pdh",
                pdh,
                ask,
                "--unverified",
                "--name",
                "x",
                "--policy",
                "1");
        refused("slash", "--pdh", pdh, "--unverified", "--name", "a/b", "--policy", "1");
        refused("--policy", "--pdh", pdh, "--unverified");
    }

    private void refused(String why, Object... options) {
        var run = run(options);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }

    private CommandRunner.Result run(Object... options) {
        var printed = new StringWriter();
        var told = new StringWriter();
        var owner = new OwnerSession(new SecureRandom(), Clock.systemUTC());
        var report = new ProblemReport();
        int status =
                new CommandLine(new SessionCommand(owner, new SessionBook(folder.resolve("state"))))
                        .setExecutionExceptionHandler(report)
                        .setParameterExceptionHandler(report)
                        .setOut(new PrintWriter(printed, true))
                        .setErr(new PrintWriter(told, true))
                        .execute(Stream.of(options).map(Object::toString).toArray(String[]::new));
        return new CommandRunner.Result(status, printed.toString(), told.toString());
    }

    @TestFactory
    Stream<DynamicTest> importChecksComeOutAsTheySay() throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("vectors/session"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JSON.readTree(file.toFile()))
                    .filter(vector -> vector.get("kind").asString().equals("import-check"))
                    .map(
                            vector ->
                                    DynamicTest.dynamicTest(
                                            vector.get("title").asString(),
                                            () -> checkImport(vector)))
                    .toList()
                    .stream();
        }
    }

    private void checkImport(JsonNode vector) throws IOException {
        Path input = Shared.path("vectors/session/" + vector.get("files").get("input").asString());
        Path target = folder.resolve(vector.get("id").asString().replace('/', '-'));
        var run = run("--pdh", input, "--unverified", "--policy", "1", "--output-dir", target);
        boolean accept = vector.get("expect").asString().startsWith("accept");
        assertThat(run.status()).isEqualTo(accept ? 0 : 2);
        assertThat(Files.exists(target)).isEqualTo(accept);
    }
}
