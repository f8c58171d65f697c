package io.sevguest.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.cli.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests the commands with launch secrets of other programs, passed as by a user. */
class SecretVectorsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_NONCE = "00".repeat(16);

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> everyVectorComesOut() throws IOException {
        return Shared.vectors("secret").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> one(file)));
    }

    private void one(Path file) throws IOException {
        JsonNode vector = JSON.readTree(file.toFile());
        boolean isSealed = vector.at("/expect/header_b64").isString();
        Path header = isSealed ? file(vector, "header") : decoded(vector, "header_b64");
        Path payload = isSealed ? file(vector, "payload") : decoded(vector, "payload_b64");
        boolean isValid = !vector.get("expect").asString("").equals("invalid");
        var opened = new CommandRunner().run(words("open", vector, header, payload));
        assertThat(opened.out()).startsWith(isValid ? "OK: " : "NO: ");
        assertThat(opened.status()).isEqualTo(isValid ? ExitStatus.FINE : ExitStatus.NO);
        if (vector.at("/inputs/secrets").isArray()) {
            buildsTheSame(vector, header, payload);
        }
    }

    private void buildsTheSame(JsonNode vector, Path header, Path payload) throws IOException {
        Path own = Files.createTempDirectory(folder, "own");
        List<Object> words = new ArrayList<>();
        words.addAll(List.of("--unverified", "--iv", vector.at("/inputs/iv_hex").asString()));
        String kind = vector.get("kind").asString();
        words.addAll(List.of("--padding", kind.endsWith("libvirt") ? "libvirt" : "sevctl"));
        for (JsonNode secret : vector.at("/inputs/secrets")) {
            words.addAll(List.of("--secret", secret.get("guid").asString() + ":" + data(secret)));
        }
        words.addAll(List.of(own.resolve("header"), own.resolve("payload")));
        var built = new CommandRunner().run(words("build", vector, words.toArray()));
        assertThat(built.status()).as(built.err()).isZero();
        assertThat(built.err()).contains("warning: The IV was given");
        assertThat(own.resolve("header")).hasSameBinaryContentAs(header);
        assertThat(own.resolve("payload")).hasSameBinaryContentAs(payload);
    }

    /**
     * Returns a file with a secret; if it is too long for the vector, it is read from the other
     * program's packet.
     */
    private Path data(JsonNode secret) throws IOException {
        return secret.get("secret_hex").isString()
                ? written(Bytes.ofHex(secret.get("secret_hex").asString()))
                : Shared.path("vectors/fixtures/sevctl/secret3.txt");
    }

    private static Object[] words(String command, JsonNode vector, Object... more) {
        JsonNode inputs = vector.get("inputs");
        List<Object> words = new ArrayList<>(List.of("secret", command));
        words.addAll(List.of("--tik", inputs.get("tik_hex").asString()));
        words.addAll(List.of("--tek", inputs.get("tek_hex").asString()));
        if (vector.path("measure_is_part_of_header_mac").asBoolean(true)) {
            String measured = inputs.get("measure_hex").asString() + NO_NONCE;
            words.addAll(List.of("--launch-measure-blob", measured));
        }
        words.addAll(List.of(more));
        return words.toArray();
    }

    private static Path file(JsonNode vector, String role) {
        return Shared.path("vectors/secret").resolve(vector.get("files").get(role).asString());
    }

    private Path decoded(JsonNode vector, String name) throws IOException {
        String text = vector.get("inputs").get(name).asString();
        return written(Bytes.of(java.util.Base64.getDecoder().decode(text)));
    }

    private Path written(Bytes content) throws IOException {
        return Files.write(Files.createTempFile(folder, "data", ""), content.toArray());
    }
}
