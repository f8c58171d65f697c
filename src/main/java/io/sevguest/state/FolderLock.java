package io.sevguest.state;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Gives one thread of one process exclusive access to a folder of this program. */
public final class FolderLock {
    /** Excludes other threads. A file lock only excludes other processes. */
    private static final Object ONE_THREAD = new Object();

    /** Work that needs exclusive access to the folder. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws ProblemException, IOException;
    }

    private final Path folder;

    public FolderLock(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs the work with exclusive access to the folder, which is created if it does not exist.
     *
     * @throws ProblemException if the work throws it, or the folder cannot be used
     */
    public <T> T with(Work<T> work) throws ProblemException {
        Path file = PrivateFiles.directory(folder).resolve(".lock");
        synchronized (ONE_THREAD) {
            try (FileChannel channel = open(file);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                return work.run();
            } catch (IOException failed) {
                throw FileProblems.writing(file, failed);
            }
        }
    }

    /** Opens a file for locking. It is created with mode 0600 if it does not exist. */
    public static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
    }
}
