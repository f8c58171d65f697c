package io.sevguest.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Requirements;
import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.policy.SevPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the conformance data of measurements. */
public final class MeasurementVector {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MeasurementVector() {}

    /** The assertion about a vector. */
    public interface Check {
        void of(JsonNode vector) throws Exception;
    }

    /** Returns a test for each vector of a kind. */
    public static Stream<DynamicTest> tests(String kind, Check check) throws IOException {
        try (Stream<Path> files = Files.list(Shared.path("vectors/measurement"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JSON.readTree(file.toFile()))
                    .filter(vector -> vector.get("kind").asString().equals(kind))
                    .map(
                            vector ->
                                    DynamicTest.dynamicTest(
                                            vector.get("id").asString(),
                                            () -> {
                                                requireFiles(vector);
                                                check.of(vector);
                                            }))
                    .toList()
                    .stream();
        }
    }

    /**
     * Skips the test if a file is missing: some vectors were made with a firmware image of Debian
     * 12, which other releases replaced.
     */
    private static void requireFiles(JsonNode vector) throws IOException {
        for (String name : List.of("firmware", "kernel", "initrd")) {
            JsonNode named = vector.path("inputs").path(name);
            String path = named.path("path").asString("");
            if (path.startsWith("/") && !isThere(Path.of(path), named.get("sha256").asString())) {
                Requirements.unavailable(
                        "the version of " + path + " that the vector was made with");
            }
        }
    }

    private static boolean isThere(Path file, String sha256) throws IOException {
        return Files.isReadable(file)
                && Bytes.of(Files.readAllBytes(file)).sha256().toHex().equals(sha256);
    }

    public static MeasurementInputs inputs(JsonNode vector) throws Exception {
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
                        : Path.of(path);
        Bytes content = Bytes.of(Files.readAllBytes(file));
        assertThat(content.sha256().toHex()).isEqualTo(named.get("sha256").asString());
        return content;
    }

    public static SecretBytes tik(JsonNode vector) {
        return SecretBytes.take(hex(vector.get("inputs"), "tik_hex").toArray());
    }

    static FirmwareApi api(JsonNode given) {
        return new FirmwareApi(
                given.get("api_major").asInt(),
                given.get("api_minor").asInt(),
                given.get("build_id").asInt());
    }

    static CpuSignature cpu(JsonNode given) {
        return new CpuSignature(
                given.get("family").asInt(),
                given.get("model").asInt(),
                given.get("stepping").asInt());
    }

    public static Measurement measurement(JsonNode base64) throws Exception {
        return Measurement.parse(
                "measurement", Bytes.of(Base64.getDecoder().decode(base64.asString())));
    }

    static Bytes hex(JsonNode given, String name) {
        return Bytes.ofHex(given.get(name).asString());
    }
}
