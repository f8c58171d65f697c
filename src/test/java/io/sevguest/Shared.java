package io.sevguest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance data, which may be next to the project. Without it, tests that need it are
 * skipped, and their number is printed at the end. If it exists, or {@code SEVGUEST_SHARED} names
 * it, a missing part is handled by {@link Requirements}.
 */
public final class Shared {
    private static final AtomicInteger LEFT_OUT = new AtomicInteger();

    private Shared() {}

    /** Returns a file or folder of the conformance data; skips the test if it does not exist. */
    public static Path path(String relative) {
        Path found = root().resolve(relative);
        if (!Files.exists(found)) {
            if (System.getenv("SEVGUEST_SHARED") != null || Files.exists(root())) {
                return Requirements.missing(found + " is missing in the conformance data");
            }
            leaveOut();
        }
        return found;
    }

    /** Returns the vectors of a topic by name; skips the test if there are none. */
    public static List<Path> vectors(String topic) throws IOException {
        try (Stream<Path> files = Files.list(path("vectors/" + topic))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static void leaveOut() {
        if (LEFT_OUT.getAndIncrement() == 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(Shared::printLeftOut));
        }
        Assumptions.abort("the conformance data was not found: " + root());
    }

    private static void printLeftOut() {
        System.err.printf(
                "skipped: %d tests or groups of tests, because the conformance data was not found: %s%n",
                LEFT_OUT.get(), root());
    }

    private static Path root() {
        String named = System.getenv("SEVGUEST_SHARED");
        return named == null
                ? Path.of(System.getProperty("user.dir")).resolveSibling("shared")
                : Path.of(named);
    }
}
