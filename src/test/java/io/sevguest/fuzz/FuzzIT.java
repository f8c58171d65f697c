package io.sevguest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs each fuzz target for {@code -Dfuzz.seconds} from its saved corpus ({@code
 * src/test/resources/fuzz}); a failing input is written to {@code target/fuzz}. The seed is fixed,
 * so that each build uses the same inputs; 0 is a new seed each time, as in the profile "fuzz".
 */
@Tag("it")
@Execution(ExecutionMode.CONCURRENT)
class FuzzIT {
    @TempDir Path found;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Policy",
                "DomainXml",
                "Import",
                "Qmp",
                "Chain",
                "Firmware",
                "Vmsa",
                "Report",
                "SecretTable",
                "SecretPacket",
                "SecretText",
                "FirmwareDescriptor",
                "Bundle",
                "SessionNote"
            })
    void nothingBreaksTheTarget(String target) throws IOException, InterruptedException {
        Path failures = Files.createDirectories(Path.of("target", "fuzz"));
        Path log = failures.resolve(target + ".log");
        Path kept = Path.of("src/test/resources/fuzz", target);
        Process run =
                new ProcessBuilder(command(target, kept, failures))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int exit = run.waitFor();
        assertThat(exit).as(() -> tail(log)).isZero();
        assertThat(tail(log)).contains("\nDone ");
    }

    private List<String> command(String target, Path kept, Path failures) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzIT.class.getPackageName() + "." + target + "Fuzz",
                "--instrumentation_includes=io.sevguest.**",
                "--reproducer_path=" + failures,
                "-artifact_prefix=" + failures + "/",
                "-max_total_time=" + Integer.getInteger("fuzz.seconds", 10),
                "-seed=" + Integer.getInteger("fuzz.seed", 1),
                "-timeout=60",
                "-rss_limit_mb=0",
                "-max_len=16384",
                found.toString(),
                kept.toString());
    }

    private static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
