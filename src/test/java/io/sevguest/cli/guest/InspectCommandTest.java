package io.sevguest.cli.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.SampleCertificates;
import io.sevguest.certificate.SevCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class InspectCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Bytes session = random(128);

    @TempDir Path folder;

    private Path blob;

    @BeforeEach
    void writeSession() throws IOException {
        blob = folder.resolve("anything.txt");
        Files.writeString(blob, session.toBase64());
    }

    private int inspect(String... arguments) {
        return new CommandLine(new InspectCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Bytes random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Bytes.of(bytes);
    }

    @Test
    void saysKindEncodingSizeAndFields() {
        assertThat(inspect(blob.toString())).isZero();
        assertThat(out.toString())
                .contains(blob + ": session blob")
                .contains("base64 → binary")
                .contains("128 bytes")
                .contains(session.sha256().toHex())
                .contains("Nonce: " + session.slice(0, 16).toHex());
    }

    @Test
    void printsAnArrayOfObjectsAsJson() {
        assertThat(inspect("--json", blob.toString(), blob.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json).hasSize(2);
        JsonNode first = json.get(0);
        assertThat(first.get("file").asString()).isEqualTo(blob.toString());
        assertThat(first.get("kind").asString()).isEqualTo("session-blob");
        assertThat(StreamSupport.stream(first.get("encoding").spliterator(), false))
                .extracting(JsonNode::asString)
                .containsExactly("base64", "binary");
        assertThat(first.get("size").asInt()).isEqualTo(128);
        assertThat(first.get("sha256").asString()).isEqualTo(session.sha256().toHex());
        assertThat(first.get("defects")).isEmpty();
        assertThat(first.get("policyMac").asString()).isEqualTo(session.slice(96, 128).toHex());
    }

    @Test
    void printsEveryDocumentedKeyOfACertificate() throws IOException {
        SevCertificate godh = SampleCertificates.godh();
        Path whole = Files.write(folder.resolve("whole"), godh.toBytes().toArray());
        Path cut = Files.write(folder.resolve("cut"), godh.toBytes().slice(0, 2083).toArray());
        assertThat(inspect("--json", whole.toString(), cut.toString())).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        String always = "file kind encoding size sha256 summary defects";
        String header = "version usage algorithm curve apiMajor apiMinor";
        assertThat(json.get(0).propertyNames())
                .containsExactly((always + " " + header + " key signedBy signatures").split(" "));
        assertThat(json.get(0).get("key").get("x").asString())
                .hasSize(96)
                .isEqualTo("%096x".formatted(godh.ecKey().x()));
        assertThat(json.get(1).propertyNames()).containsExactly((always + " " + header).split(" "));
    }

    @Test
    void exitsWithTwoForAFileThatDoesNotExistAndStillShowsTheOthers() {
        assertThat(inspect(folder.resolve("absent").toString(), blob.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("session blob");
        assertThat(err.toString()).contains("no such file");
    }

    @Test
    void exitsWithThreeForAFileThatIsThereButCannotBeRead() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("a"), folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("b"), loop);
        assertThat(inspect(loop.toString(), blob.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("session blob");
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void exitsWithTwoForAFolder() {
        assertThat(inspect("--json", folder.toString())).isEqualTo(2);
        assertThat(out.toString()).contains("\"unreadable\"");
    }
}
