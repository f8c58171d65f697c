package io.sevguest.file;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads small files whose content is secret. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * Returns the complete content of a file. Intermediate buffers are wiped.
     *
     * @param limit the maximum size of the file
     * @return the content, which the caller wipes
     * @throws ProblemException if the file cannot be read or is too large
     */
    public static SecretBytes read(Path file, int limit) throws ProblemException {
        FileProblems.refuseFolder(file);
        ByteBuffer buffer = ByteBuffer.allocateDirect(limit + 1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the file ends or the buffer is full
            }
            if (!buffer.hasRemaining()) {
                throw new ProblemException(
                        new Problem(
                                "The file is larger than the limit of %,d bytes.".formatted(limit),
                                file.toString(),
                                "Check that this is the right file."));
            }
            byte[] content = new byte[buffer.flip().remaining()];
            buffer.get(content);
            return SecretBytes.take(content);
        } catch (IOException failed) {
            throw FileProblems.reading(file, failed);
        } finally {
            buffer.clear();
            buffer.put(new byte[buffer.capacity()]);
        }
    }
}
