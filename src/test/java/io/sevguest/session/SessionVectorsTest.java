package io.sevguest.session;

import static io.sevguest.session.SamplePlatform.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.EcKey;
import io.sevguest.certificate.OwnSignature;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tests with sessions and derived keys of sev-tool and the sev crate, byte for byte. */
class SessionVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Stream<JsonNode> vectors(String topic, List<String> kinds) throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("vectors/" + topic))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JSON.readTree(file.toFile()))
                    .filter(vector -> kinds.contains(vector.path("kind").asString()))
                    .toList()
                    .stream();
        }
    }

    private static Stream<DynamicTest> tests(String topic, String kind, Check check)
            throws IOException {
        return vectors(topic, List.of(kind))
                .map(
                        vector ->
                                DynamicTest.dynamicTest(
                                        vector.get("id").asString(), () -> check.of(vector)));
    }

    private interface Check {
        void of(JsonNode vector) throws Exception;
    }

    private static Bytes bytes(JsonNode parent, String name) {
        return Bytes.ofHex(parent.get(name).asString());
    }

    private static SecretBytes secret(JsonNode parent, String name) {
        return SecretBytes.take(bytes(parent, name).toArray());
    }

    private static Bytes file(JsonNode vector, String role) throws IOException {
        String path = "vectors/session/" + vector.get("files").get(role).asString();
        return Bytes.of(Files.readAllBytes(Shared.path(path)));
    }

    private static SevCertificate certificate(JsonNode vector, String role)
            throws IOException, ProblemException {
        return SevCertificate.parse(role, file(vector, role));
    }

    private static SevPolicy policy(JsonNode parent) {
        return new SevPolicy((int) parent.get("policy").asLong());
    }

    private static SamplePlatform platform(JsonNode vector)
            throws IOException, ProblemException, GeneralSecurityException {
        return new SamplePlatform(
                certificate(vector, "pdh"), bytes(vector, "pdh_private_scalar_be_hex"));
    }

    @TestFactory
    Stream<DynamicTest> peersSessionsOpenWithEveryIntermediateValue() throws IOException {
        return tests(
                "session",
                "session-generated-by-peer",
                vector -> {
                    JsonNode derived = vector.get("derived");
                    SamplePlatform platform = platform(vector);
                    SevCertificate godh = certificate(vector, "godh");
                    Bytes data = file(vector, "blob");
                    LaunchSession blob = LaunchSession.parse("blob", data);
                    checkFields(vector, godh, blob);
                    SecretBytes shared = platform.shared(godh);
                    assertThat(hex(shared)).isEqualTo(text(derived, "shared_secret_x_be_hex"));
                    SecretBytes master = KeyDerivation.masterSecret(shared, blob.nonce());
                    assertThat(hex(master)).isEqualTo(text(derived, "master_secret_hex"));
                    assertThat(hex(KeyDerivation.encryptionKey(master)))
                            .isEqualTo(text(derived, "kek_hex"));
                    assertThat(hex(KeyDerivation.integrityKey(master)))
                            .isEqualTo(text(derived, "kik_hex"));
                    TransportKeys keys = platform.open(godh, blob);
                    assertThat(hex(keys.tek())).isEqualTo(text(derived, "tek_hex"));
                    assertThat(hex(keys.tik())).isEqualTo(text(derived, "tik_hex"));
                    assertThat(hex(keys.both())).isEqualTo(file(vector, "tk").toHex());
                    assertThat(platform.accepts(godh, blob, policy(vector))).isTrue();
                    assertThat(
                                    LaunchSession.wrap(
                                                    shared,
                                                    blob.nonce(),
                                                    blob.iv(),
                                                    keys,
                                                    policy(vector))
                                            .toBytes())
                            .isEqualTo(data);
                });
    }

    private static void checkFields(JsonNode vector, SevCertificate godh, LaunchSession blob) {
        JsonNode fields = vector.get("blob");
        assertThat(blob.nonce()).isEqualTo(bytes(fields, "nonce"));
        assertThat(blob.wrappedKeys()).isEqualTo(bytes(fields, "wrap_tk"));
        assertThat(blob.iv()).isEqualTo(bytes(fields, "wrap_iv"));
        assertThat(blob.wrapMac()).isEqualTo(bytes(fields, "wrap_mac"));
        assertThat(blob.policyMac()).isEqualTo(bytes(fields, "policy_mac"));
        EcKey key = godh.ecKey();
        assertThat(key.x().toString(16))
                .isEqualTo(text(vector.get("godh"), "qx_be_hex").replaceFirst("^0+", ""));
        assertThat(key.y().toString(16))
                .isEqualTo(text(vector.get("godh"), "qy_be_hex").replaceFirst("^0+", ""));
        assertThat(godh.toBytes().sha256()).isEqualTo(bytes(vector.get("godh"), "sha256"));
    }

    private static String text(JsonNode parent, String name) {
        return parent.get(name).asString();
    }

    @TestFactory
    Stream<DynamicTest> oursOpenOnTheSamePlatforms() throws IOException {
        return tests(
                "session",
                "session-generated-by-peer",
                vector -> {
                    SamplePlatform platform = platform(vector);
                    var owner = new OwnerSession(new SecureRandom(), Clock.systemUTC());
                    for (GodhSignature signature : GodhSignature.values()) {
                        try (SealedSession made =
                                owner.make(platform.pdh(), policy(vector), signature)) {
                            TransportKeys opened = platform.open(made.godh(), made.blob());
                            assertThat(opened.tek().sameAs(made.keys().tek())).isTrue();
                            assertThat(opened.tik().sameAs(made.keys().tik())).isTrue();
                            assertThat(platform.accepts(made.godh(), made.blob(), policy(vector)))
                                    .isTrue();
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> sessionsForRealPlatformsFitTheirKeys() throws IOException {
        return tests(
                "session",
                "session-real-pdh",
                vector -> {
                    assertThat(PlatformKey.of("PDH", certificate(vector, "pdh")).fingerprint())
                            .isEqualTo(file(vector, "pdh").sha256());
                    SevCertificate godh = certificate(vector, "godh");
                    assertThat(OwnSignature.isOn(godh)).isTrue();
                    LaunchSession blob = LaunchSession.parse("blob", file(vector, "blob"));
                    checkFields(vector, godh, blob);
                    SecretBytes tik = secret(vector.get("derived"), "tik_hex");
                    assertThat(PolicyMac.fits(blob, policy(vector), tik)).isTrue();
                    assertThat(PolicyMac.fits(blob, new SevPolicy(policy(vector).bits() ^ 1), tik))
                            .isFalse();
                });
    }

    @TestFactory
    Stream<DynamicTest> keyDerivation() throws IOException {
        return tests(
                "kdf",
                "kdf",
                vector -> {
                    Bytes context = bytes(vector, "context_hex");
                    String label = text(vector, "label");
                    assertThat(KeyDerivation.message(label, context))
                            .isEqualTo(bytes(vector, "first_hmac_message_hex"));
                    assertThat(hex(KeyDerivation.derive(secret(vector, "key_hex"), label, context)))
                            .isEqualTo(text(vector, "expect_hex"));
                });
    }

    @TestFactory
    Stream<DynamicTest> messageAuthentication() throws IOException {
        return tests(
                "kdf",
                "hmac",
                vector ->
                        assertThat(
                                        HmacSha256.of(
                                                secret(vector, "key_hex"),
                                                bytes(vector, "message_hex")))
                                .isEqualTo(bytes(vector, "expect_hex")));
    }

    @TestFactory
    Stream<DynamicTest> wholeBlobsFromFixedInputs() throws IOException {
        return tests(
                "kdf",
                "session-blob",
                vector -> {
                    JsonNode inputs = vector.get("inputs");
                    JsonNode expect = vector.get("expect");
                    SecretBytes shared = secret(inputs, "z_hex");
                    Bytes nonce = bytes(inputs, "nonce_hex");
                    SecretBytes master = KeyDerivation.masterSecret(shared, nonce);
                    assertThat(hex(master)).isEqualTo(text(expect, "master_hex"));
                    assertThat(hex(KeyDerivation.encryptionKey(master)))
                            .isEqualTo(text(expect, "kek_hex"));
                    assertThat(hex(KeyDerivation.integrityKey(master)))
                            .isEqualTo(text(expect, "kik_hex"));
                    LaunchSession blob =
                            LaunchSession.wrap(
                                    shared,
                                    nonce,
                                    bytes(inputs, "iv_hex"),
                                    new TransportKeys(
                                            secret(inputs, "tek_hex"), secret(inputs, "tik_hex")),
                                    policy(inputs));
                    assertThat(blob.toBytes()).isEqualTo(bytes(expect, "blob_hex"));
                });
    }
}
