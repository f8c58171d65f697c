package io.sevguest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each class of tests empty folders for configuration and state. The build sets environment
 * variables to folders below {@code target/test-home}, so that no test touches the developer's
 * files; {@link TestHomeTest} checks this.
 */
public final class TestHome implements BeforeAllCallback {
    /** The environment variables for the program's folders. */
    static final List<String> VARIABLES = List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME");

    private static final Path ROOT = Path.of("target", "test-home").toAbsolutePath();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        for (String variable : VARIABLES) {
            Optional<Path> folder = folder(variable);
            if (folder.isPresent()) {
                empty(folder.get());
            }
        }
    }

    /** Returns the folder that a variable names, if it belongs to the tests. */
    static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .filter(path -> path.startsWith(ROOT));
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failed)
                            throws IOException {
                        if (failed instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failed;
                    }
                });
    }
}
