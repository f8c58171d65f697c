package io.sevguest.measurement;

import static io.sevguest.measurement.MeasurementVector.api;
import static io.sevguest.measurement.MeasurementVector.cpu;
import static io.sevguest.measurement.MeasurementVector.hex;
import static io.sevguest.measurement.MeasurementVector.inputs;
import static io.sevguest.measurement.MeasurementVector.measurement;
import static io.sevguest.measurement.MeasurementVector.tests;
import static io.sevguest.measurement.MeasurementVector.tik;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.policy.SevPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Tests with measurements, digests and start pages of other programs, byte for byte. */
class MeasurementVectorsTest {
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
}
