package io.sevguest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The requirements of tests on the machine. If one is missing, the test is skipped with a printed
 * reason; with {@code -Dskips=fail}, which {@code installer/test.sh} sets, it fails instead.
 */
public final class Requirements {
    private Requirements() {}

    /** Returns the full path of a program on the PATH. */
    public static Path program(String name) {
        return find(name).orElseGet(() -> missing(name + " is not installed"));
    }

    /** Returns a file from an installed package, such as a firmware image. */
    public static Path file(String path) {
        Path file = Path.of(path);
        return Files.isReadable(file) ? file : missing(path + " is not there or not readable");
    }

    /** Ends the test for a reason: as skipped, or as failed if skips are failures. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns.
    public static <T> T missing(String reason) {
        if (System.getProperty("skips", "").equals("fail")) {
            throw new AssertionError("a skip counts as a failure here: " + reason);
        }
        System.err.println("skipped: " + reason);
        return Assumptions.abort(reason);
    }

    /**
     * Skips the test for a reason that nothing to install could change, such as a firmware image of
     * another release of the system.
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns.
    public static <T> T unavailable(String reason) {
        System.err.println("skipped: " + reason);
        return Assumptions.abort(reason);
    }

    private static Optional<Path> find(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
