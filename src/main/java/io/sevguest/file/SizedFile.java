package io.sevguest.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files up to a maximum size, including those that do not report their size, such as pipes.
 */
public final class SizedFile {
    private static final int MIB = 1 << 20;

    private SizedFile() {}

    /**
     * Returns the complete content of a file.
     *
     * @param limit the maximum size of the file
     * @throws ProblemException if the file cannot be read, is a folder, or is too large
     */
    public static Bytes read(Path file, int limit) throws ProblemException {
        assert !Thread.currentThread().getName().startsWith("AWT-EventQueue")
                : "files are read by tasks";
        FileProblems.refuseFolder(file);
        try (InputStream in = Files.newInputStream(file)) {
            Bytes content = Bytes.read(in, Files.size(file), limit);
            if (content.size() == limit && in.read() >= 0) {
                throw new ProblemException(
                        new Problem(
                                "The file is larger than the limit of %s.".formatted(words(limit)),
                                file.toString(),
                                "Check that this is the right file."));
            }
            return content;
        } catch (IOException failed) {
            throw FileProblems.reading(file, failed);
        }
    }

    private static String words(int limit) {
        return limit % MIB == 0 ? limit / MIB + " MiB" : "%,d bytes".formatted(limit);
    }
}
