package io.sevguest.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the SHA-256 of a file of any size, in pieces. */
public final class FileHash {
    private static final int PIECE = 1 << 17;

    private FileHash() {}

    /**
     * Reads and hashes a file.
     *
     * @return the hash, 32 bytes
     * @throws ProblemException if the file cannot be read
     */
    public static Bytes sha256(Path file, Progress progress) throws ProblemException {
        FileProblems.refuseFolder(file);
        try (InputStream in = Files.newInputStream(file)) {
            long size = Math.max(1, Files.size(file));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            long done = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
                done += read;
                progress.at(
                        "Reading " + file.getFileName(), (int) Math.min(100, 100 * done / size));
            }
            return Bytes.of(digest.digest());
        } catch (IOException failed) {
            throw FileProblems.reading(file, failed);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
