package io.sevguest.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Needs;
import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.policy.SevPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Measurements, digests and start pages of the peers, byte for byte. */
class MeasurementVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private interface Check {
        void of(JsonNode vector) throws Exception;
    }

    private static Stream<DynamicTest> tests(String kind, Check check) throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("vectors/measurement"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JSON.readTree(file.toFile()))
                    .filter(vector -> vector.get("kind").asString().equals(kind))
                    .map(
                            vector ->
                                    DynamicTest.dynamicTest(
                                            vector.get("id").asString(), () -> check.of(vector)))
                    .toList()
                    .stream();
        }
    }

    @TestFactory
    Stream<DynamicTest> acceptsEachMeasurementOfThePeers() throws IOException {
        return tests(
                "launch-measurement",
                vector -> {
                    MeasurementInputs inputs = inputs(vector);
                    JsonNode expected = vector.get("expect");
                    assertThat(inputs.digest().toHex())
                            .isEqualTo(expected.get("launch_digest_hex").asString());
                    try (SecretBytes tik = tik(vector)) {
                        Measurement given = measurement(expected.get("measurement_b64"));
                        assertThat(inputs.match(given, tik)).isTrue();
                        assertThat(inputs.measurement(tik, given.nonce())).isEqualTo(given);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> refusesEachAlteredMeasurement() throws IOException {
        return tests(
                "launch-measurement",
                vector -> {
                    MeasurementInputs inputs = inputs(vector);
                    try (SecretBytes tik = tik(vector)) {
                        for (JsonNode reject : vector.path("rejects")) {
                            if (reject.get("change").asString().startsWith("measurement:")) {
                                Measurement altered = measurement(reject.get("with_value"));
                                assertThat(inputs.match(altered, tik)).isFalse();
                            }
                        }
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> computesFromAGivenDigest() throws IOException {
        return tests(
                "measurement-hmac",
                vector -> {
                    JsonNode given = vector.get("inputs");
                    var inputs =
                            new MeasurementInputs(
                                    new KnownDigest(hex(given, "launch_digest_hex")),
                                    api(given),
                                    new SevPolicy(given.get("policy").asInt()));
                    try (SecretBytes tik = tik(vector)) {
                        assertThat(inputs.measurement(tik, hex(given, "mnonce_hex")))
                                .isEqualTo(measurement(vector.at("/expect/measurement_b64")));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> makesEachStartPage() throws IOException {
        return tests(
                "vmsa-page",
                vector -> {
                    JsonNode given = vector.get("inputs");
                    Vmsa page =
                            Vmsa.start(
                                    cpu(given.get("cpu")),
                                    Long.decode(given.get("reset_eip").asString()),
                                    given.path("fpu_reset_state").asBoolean());
                    Path file =
                            Shared.path(
                                    "vectors/measurement/" + vector.at("/files/vmsa").asString());
                    assertThat(page.page().toHex())
                            .isEqualTo(Bytes.of(Files.readAllBytes(file)).toHex());
                    assertThat(page.cpu()).isEqualTo(cpu(given.get("cpu")));
                });
    }

    private static MeasurementInputs inputs(JsonNode vector) throws Exception {
        JsonNode given = vector.get("inputs");
        Bytes firmware = file(given.get("firmware"));
        Optional<KernelBoot> kernel = Optional.empty();
        if (given.path("kernel").isObject()) {
            kernel =
                    Optional.of(
                            new KernelBoot(
                                    file(given.get("kernel")).sha256(),
                                    given.path("initrd").isObject()
                                            ? file(given.get("initrd")).sha256()
                                            : KernelHashes.NO_INITRD,
                                    given.path("cmdline").asString("")));
        }
        return new MeasurementInputs(
                new MeasuredGuest(new LaunchDigest(firmware), kernel, cpus(vector, firmware)),
                api(given),
                new SevPolicy((int) given.get("policy").asLong()));
    }

    private static Optional<StartState> cpus(JsonNode vector, Bytes firmware) throws Exception {
        JsonNode given = vector.get("inputs");
        if (!given.path("num_cpus").isNumber()) {
            return Optional.empty();
        }
        int number = given.get("num_cpus").asInt();
        if (given.path("cpu").isObject()) {
            long reset = Firmware.parse("firmware", firmware).requireResetAddress("firmware");
            assertThat(reset).isEqualTo(Long.decode(given.get("ap_reset_address").asString()));
            return Optional.of(StartState.of(cpu(given.get("cpu")), reset, number, false));
        }
        return Optional.of(
                new StartState(page(vector, "vmsa_cpu0"), page(vector, "vmsa_cpu1"), number));
    }

    private static Vmsa page(JsonNode vector, String role) throws Exception {
        Path file = Shared.path("vectors/measurement/" + vector.at("/files/" + role).asString());
        return Vmsa.parse(role, Bytes.of(Files.readAllBytes(file)));
    }

    private static Bytes file(JsonNode named) throws IOException {
        String path = named.get("path").asString();
        Path file =
                path.startsWith("$V/")
                        ? Shared.path("vectors").resolve(path.substring(3))
                        : Needs.file(path);
        Bytes content = Bytes.of(Files.readAllBytes(file));
        if (!content.sha256().toHex().equals(named.get("sha256").asString())) {
            Needs.missing("the version of " + file + " that the vector was made with");
        }
        return content;
    }

    private static SecretBytes tik(JsonNode vector) {
        return SecretBytes.take(hex(vector.get("inputs"), "tik_hex").toArray());
    }

    private static FirmwareApi api(JsonNode given) {
        return new FirmwareApi(
                given.get("api_major").asInt(),
                given.get("api_minor").asInt(),
                given.get("build_id").asInt());
    }

    private static CpuSignature cpu(JsonNode given) {
        return new CpuSignature(
                given.get("family").asInt(),
                given.get("model").asInt(),
                given.get("stepping").asInt());
    }

    private static Measurement measurement(JsonNode base64) throws Exception {
        return Measurement.parse(
                "measurement", Bytes.of(Base64.getDecoder().decode(base64.asString())));
    }

    private static Bytes hex(JsonNode given, String name) {
        return Bytes.ofHex(given.get(name).asString());
    }
}
