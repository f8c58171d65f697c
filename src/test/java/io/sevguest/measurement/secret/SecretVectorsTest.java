package io.sevguest.measurement.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FixedRandom;
import io.sevguest.measurement.firmware.Guid;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.TransportKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests with launch secrets of sevctl, libvirt and sev-tool, byte for byte. */
class SecretVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyVectorComesOut() throws IOException {
        return Shared.vectors("secret").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> one(file)));
    }

    private static void one(Path file) throws IOException, ProblemException {
        JsonNode vector = JSON.readTree(file.toFile());
        switch (vector.get("kind").asString()) {
            case "launch-secret-known-iv" -> sealed(vector, SecretPadding.SEVCTL);
            case "launch-secret-libvirt" -> sealed(vector, SecretPadding.LIBVIRT);
            case "launch-secret-raw" -> bare(vector);
            case "launch-secret-check" -> checked(vector);
            default -> throw new AssertionError("unknown kind " + vector.get("kind"));
        }
    }

    private static void sealed(JsonNode vector, SecretPadding padding)
            throws IOException, ProblemException {
        JsonNode inputs = vector.get("inputs");
        LaunchSecret expected = packet(file(vector, "header"), file(vector, "payload"));
        Bytes measure = hex(inputs, "measure_hex");
        try (TransportKeys keys = keys(inputs);
                SecretBytes plain = expected.open(keys, measure);
                SecretTable read = SecretTable.parse("payload", plain);
                SecretTable table = table(vector, read)) {
            assertThat(sha256(plain)).isEqualTo(hex(vector.get("expect"), "plaintext_sha256"));
            try (SecretBytes again = table.toBytes(padding)) {
                assertThat(again.sameAs(plain)).isTrue();
            }
            var random = new FixedRandom(hex(inputs, "iv_hex"));
            LaunchSecret made = new SecretSealer(random).seal(table, padding, keys, measure);
            assertThat(made).isEqualTo(expected);
            assertThat(made.header().toBytes()).isEqualTo(hex(vector.get("expect"), "header_hex"));
            assertThat(made.payload().sha256())
                    .isEqualTo(hex(vector.get("expect"), "payload_sha256"));
        }
    }

    /**
     * Returns the secrets of the inputs; data that is too long for the vector is taken from the
     * packet.
     */
    private static SecretTable table(JsonNode vector, SecretTable read) {
        JsonNode secrets = vector.get("inputs").get("secrets");
        assertThat(read.entries()).hasSameSizeAs(secrets);
        List<SecretTable.Entry> entries = new ArrayList<>();
        for (JsonNode secret : secrets) {
            SecretTable.Entry found = read.entries().get(entries.size());
            assertThat(sha256(found.data())).isEqualTo(hex(secret, "secret_sha256"));
            assertThat(found.data().size()).isEqualTo(secret.get("secret_len").asInt());
            SecretBytes data =
                    secret.get("secret_hex").isNull()
                            ? found.data().slice(0, found.data().size())
                            : SecretBytes.take(hex(secret, "secret_hex").toArray());
            entries.add(new SecretTable.Entry(Guid.of(secret.get("guid").asString()), data));
        }
        return new SecretTable(entries);
    }

    private static void bare(JsonNode vector) throws IOException, ProblemException {
        JsonNode inputs = vector.get("inputs");
        Bytes measure =
                vector.get("measure_is_part_of_header_mac").asBoolean()
                        ? hex(inputs, "measure_hex")
                        : Bytes.of(new byte[0]);
        try (TransportKeys keys = keys(inputs);
                SecretBytes plain = SecretBytes.take(file(vector, "secret").toArray())) {
            var random = new FixedRandom(hex(inputs, "iv_hex"));
            LaunchSecret made = new SecretSealer(random).seal(plain, keys, measure);
            assertThat(made.header().toBytes()).isEqualTo(file(vector, "header"));
            assertThat(made.payload()).isEqualTo(file(vector, "payload"));
            try (SecretBytes opened = made.open(keys, measure)) {
                assertThat(opened.sameAs(plain)).isTrue();
            }
        }
    }

    private static void checked(JsonNode vector) throws ProblemException {
        JsonNode inputs = vector.get("inputs");
        LaunchSecret packet = packet(base64(inputs, "header_b64"), base64(inputs, "payload_b64"));
        Bytes measure = hex(inputs, "measure_hex");
        try (TransportKeys keys = keys(inputs)) {
            if (vector.get("expect").asString().equals("valid")) {
                try (SecretBytes plain = packet.open(keys, measure)) {
                    assertThat(sha256(plain)).isEqualTo(hex(vector, "decrypts_to_hex").sha256());
                }
            } else {
                assertThat(packet.isAuthentic(keys, measure)).isFalse();
                assertThatThrownBy(() -> packet.open(keys, measure))
                        .isInstanceOf(ProblemException.class);
            }
        }
    }

    private static LaunchSecret packet(Bytes header, Bytes payload) throws ProblemException {
        return new LaunchSecret(LaunchSecretHeader.parse("header", header), payload);
    }

    private static TransportKeys keys(JsonNode inputs) {
        return new TransportKeys(
                SecretBytes.take(hex(inputs, "tek_hex").toArray()),
                SecretBytes.take(hex(inputs, "tik_hex").toArray()));
    }

    private static Bytes sha256(SecretBytes secret) {
        return Bytes.of(secret.use(byte[]::clone)).sha256();
    }

    private static Bytes hex(JsonNode parent, String name) {
        return Bytes.ofHex(parent.get(name).asString());
    }

    private static Bytes base64(JsonNode parent, String name) {
        return Bytes.of(Base64.getDecoder().decode(parent.get(name).asString()));
    }

    private static Bytes file(JsonNode vector, String role) throws IOException {
        Path path = Shared.path("vectors/secret").resolve(vector.get("files").get(role).asString());
        return Bytes.of(Files.readAllBytes(path));
    }
}
