package io.sevguest.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads files up to a limit, also such that do not tell their size. */
public final class SizedFile {
    private static final int MIB = 1 << 20;

    private SizedFile() {}

    /**
     * The whole content of a file.
     *
     * @param limit the largest number of bytes that is read
     * @throws ProblemException if it cannot be read, is a folder, or is larger
     */
    public static Bytes read(Path file, int limit) throws ProblemException {
        assert !Thread.currentThread().getName().startsWith("AWT-EventQueue")
                : "files are read by tasks";
        FileProblems.refuseFolder(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = upTo(limit, Files.size(file), in);
            if (content.length == limit && in.read() >= 0) {
                throw new ProblemException(
                        new Problem(
                                "The file has more than %s, which is the limit."
                                        .formatted(words(limit)),
                                file.toString(),
                                "Check that this is the file you mean."));
            }
            return Bytes.of(content);
        } catch (IOException failed) {
            throw FileProblems.reading(file, failed);
        }
    }

    /**
     * What a file has, as far as the limit.
     *
     * @param told its size by the file system, so that it need not be put together of pieces; a
     *     pipe and a file of {@code /proc} tell 0
     */
    private static byte[] upTo(int limit, long told, InputStream in) throws IOException {
        byte[] whole = new byte[(int) Math.min(limit, told)];
        int size = in.readNBytes(whole, 0, whole.length);
        byte[] more = in.readNBytes(limit - size);
        if (size + more.length == whole.length) {
            return whole;
        }
        byte[] content = Arrays.copyOf(whole, size + more.length);
        System.arraycopy(more, 0, content, size, more.length);
        return content;
    }

    private static String words(int limit) {
        return limit % MIB == 0 ? limit / MIB + " MiB" : "%,d bytes".formatted(limit);
    }
}
