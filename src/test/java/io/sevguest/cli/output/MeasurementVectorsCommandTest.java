package io.sevguest.cli.output;

import static io.sevguest.measurement.MeasurementVector.inputs;
import static io.sevguest.measurement.MeasurementVector.tests;
import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Shared;
import io.sevguest.cli.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tests the command with measurements of other programs, passed as by a user. */
class MeasurementVectorsCommandTest {
    private static final List<String> KERNEL = List.of("--kernel", "--initrd", "--cmdline");

    @TempDir private Path folder;

    @TestFactory
    Stream<DynamicTest> acceptsEachMeasurementAndRefusesEachAlteredOne() throws IOException {
        return tests(
                "launch-measurement",
                vector -> {
                    inputs(vector);
                    var right = verify(options(vector));
                    assertThat(right.out() + right.err()).startsWith("OK");
                    assertThat(right.status()).isZero();
                    for (JsonNode reject : vector.path("rejects")) {
                        Map<String, String> altered = options(vector);
                        alter(altered, reject);
                        var refused = verify(altered);
                        assertThat(refused.out()).as(change(reject)).startsWith("NO");
                        assertThat(refused.status()).isEqualTo(ExitStatus.NO);
                    }
                });
    }

    /**
     * Returns tests that an unusual input is rejected with a message, or accepted if it should be.
     */
    @TestFactory
    Stream<DynamicTest> takesOddInputsAsAGoodProgramDoes() throws IOException {
        return tests(
                "odd-input",
                vector -> {
                    String expected = vector.get("expect").asString();
                    var result = new CommandRunner().run(command(vector).toArray());
                    if (expected.startsWith("accept")) {
                        assertThat(result.status()).isZero();
                    } else if (expected.startsWith("mismatch")) {
                        assertThat(result.status()).isEqualTo(ExitStatus.NO);
                        assertThat(result.out()).contains("Possible cause:");
                    } else {
                        assertThat(expected).startsWith("refuse");
                        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_INPUT);
                        assertThat(result.err()).startsWith("error: ");
                    }
                });
    }

    private static CommandRunner.Result verify(Map<String, String> options) {
        List<Object> words = new ArrayList<>(List.of("measurement", "verify"));
        options.forEach((name, value) -> words.addAll(List.of(name, value)));
        return new CommandRunner().run(words.toArray());
    }

    private static Map<String, String> options(JsonNode vector) {
        JsonNode given = vector.get("inputs");
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--measurement", vector.at("/expect/measurement_b64").asString());
        options.put("--tik", given.get("tik_hex").asString());
        options.put("--api-major", given.get("api_major").asString());
        options.put("--api-minor", given.get("api_minor").asString());
        options.put("--build-id", given.get("build_id").asString());
        options.put("--policy", given.get("policy").asString());
        for (String file : List.of("firmware", "kernel", "initrd")) {
            if (given.path(file).isObject()) {
                options.put("--" + file, resolved(given.at("/" + file + "/path").asString()));
            }
        }
        if (given.path("cmdline").isString()) {
            options.put("--cmdline", given.get("cmdline").asString());
        }
        if (given.path("num_cpus").isNumber()) {
            options.put("--num-cpus", given.get("num_cpus").asString());
        }
        for (String number : List.of("family", "model", "stepping")) {
            if (given.path("cpu").isObject()) {
                options.put("--cpu-" + number, given.at("/cpu/" + number).asString());
            }
        }
        for (String page : List.of("vmsa_cpu0", "vmsa_cpu1")) {
            if (vector.path("files").has(page)) {
                options.put(
                        "--" + page.replace('_', '-'),
                        resolved("$V/measurement/" + vector.at("/files/" + page).asString()));
            }
        }
        return options;
    }

    private void alter(Map<String, String> options, JsonNode reject) throws IOException {
        String value = reject.path("with_value").asString("");
        switch (change(reject)) {
            case "policy bit 0 toggled" -> options.put("--policy", value);
            case "API minor + 1" -> options.put("--api-minor", value);
            case "build id changed" -> options.put("--build-id", value);
            case "TIK: last bit flipped" -> options.put("--tik", value);
            case "cmdline: one space appended" -> options.put("--cmdline", value);
            case "number of CPUs + 1" -> options.put("--num-cpus", value);
            case "CPU stepping changed" -> options.put("--cpu-stepping", value);
            case "CPU model changed" -> options.put("--cpu-model", value);
            case "kernel not given at all" -> options.keySet().removeAll(KERNEL);
            case "kernel: one zero byte appended" -> append(options, "--kernel");
            case "initrd: one zero byte appended" -> append(options, "--initrd");
            case "firmware: one bit flipped in the middle byte" ->
                    flip(options, "--firmware", Integer.parseInt(value));
            default -> {
                assertThat(change(reject)).startsWith("measurement:");
                options.put("--measurement", value);
            }
        }
    }

    private void append(Map<String, String> options, String name) throws IOException {
        byte[] content =
                options.containsKey(name)
                        ? Files.readAllBytes(Path.of(options.get(name)))
                        : new byte[0];
        replace(options, name, Arrays.copyOf(content, content.length + 1));
    }

    private void flip(Map<String, String> options, String name, int offset) throws IOException {
        byte[] content = Files.readAllBytes(Path.of(options.get(name)));
        content[offset] ^= 1;
        replace(options, name, content);
    }

    private void replace(Map<String, String> options, String name, byte[] content)
            throws IOException {
        Path file = Files.createTempDirectory(folder, "altered").resolve("file");
        options.put(name, Files.write(file, content).toString());
    }

    /** Returns the arguments of the other program, converted to this program's. */
    private List<Object> command(JsonNode vector) throws IOException {
        Files.write(folder.resolve("t15"), new byte[15]);
        String words = vector.at("/source/command").asString().replace("$TMP", folder.toString());
        List<Object> command = new ArrayList<>(List.of("measurement", "verify"));
        Arrays.stream(words.split(" "))
                .skip(1)
                .map(MeasurementVectorsCommandTest::resolved)
                .forEach(command::add);
        return command;
    }

    private static String resolved(String path) {
        return path.replace("$V", Shared.path("vectors").toString());
    }

    private static String change(JsonNode reject) {
        return reject.get("change").asString();
    }
}
