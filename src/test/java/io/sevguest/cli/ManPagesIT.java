package io.sevguest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Program;
import io.sevguest.Requirements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the man pages of the package are complete, and that man formats them without a
 * warning.
 */
@Tag("it")
class ManPagesIT {
    @TempDir private Path folder;

    @Test
    void eachCommandHasAPageThatManFormatsWithoutAWarning() throws Exception {
        Requirements.program("asciidoctor");
        String man = Requirements.program("man").toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String made = folder.resolve("man1").toString();
        assertThat(run("installer/man.sh", java, Program.classPath(), made)).isEmpty();
        assertThat(pages().stream().map(page -> page.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(expected());

        List<String> command = new ArrayList<>(List.of(man, "--warnings", "-l"));
        pages().forEach(page -> command.add(page.toString()));
        assertThat(run(command.toArray(String[]::new)))
                .contains("SEVGUEST(1)", "sevguest-launch - Start a guest")
                .contains("SEE ALSO", "sevguest-secret-build(1)")
                .doesNotContain("warning:", "${");
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>(List.of("sevguest.1.gz"));
        for (Map.Entry<String, String> command : CommandReference.titles()) {
            expected.add("sevguest-" + command.getValue().replace(' ', '-') + ".1.gz");
        }
        return expected;
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("man1"))) {
            return files.sorted().toList();
        }
    }

    /** Runs a program that must succeed, and returns its output and messages. */
    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MANWIDTH", "120");
        Process process = builder.redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
