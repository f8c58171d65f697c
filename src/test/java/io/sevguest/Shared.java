package io.sevguest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance data that may stand beside the project; tests that need it skip with a printed
 * reason where it is not.
 */
public final class Shared {
    private Shared() {}

    /** A file or folder of the conformance data; skips the test where it does not exist. */
    public static Path path(String relative) {
        Path found = root().resolve(relative);
        if (!Files.exists(found)) {
            String reason = "skipped: conformance data is not here: " + found;
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return found;
    }

    /** The vectors of a topic, by name; skips the test where there are none. */
    public static List<Path> vectors(String topic) throws IOException {
        try (Stream<Path> files = Files.list(path("vectors/" + topic))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Path root() {
        String named = System.getenv("SEVGUEST_SHARED");
        return named == null
                ? Path.of(System.getProperty("user.dir")).resolveSibling("shared")
                : Path.of(named);
    }
}
