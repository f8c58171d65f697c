package io.sevguest.fuzz;

import io.sevguest.problem.ProblemException;
import io.sevguest.state.session.SessionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any bytes as the note of a session: read, or rejected with a problem. */
final class SessionNoteFuzz {
    private static final Path FOLDER = folder();

    private SessionNoteFuzz() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("note-fuzz");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        var files = new SessionFiles(FOLDER, "vm");
        Files.write(files.note(), input);
        try {
            if (files.readNote().blob().size() != 32) {
                throw new AssertionError("a sum of another size");
            }
        } catch (ProblemException refused) {
            RefusalCheck.check(refused);
        }
    }
}
