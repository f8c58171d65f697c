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

/** Lets one process at a time, and in it one thread, work in a folder of this program. */
public final class FolderLock {
    /** A file lock holds between processes only; this holds between threads. */
    private static final Object ONE_THREAD = new Object();

    /** The work that needs the folder for itself. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws ProblemException, IOException;
    }

    private final Path folder;

    public FolderLock(Path folder) {
        this.folder = folder;
    }

    /**
     * Does the work while nobody else does any in the folder, which is made where it is missing.
     *
     * @throws ProblemException if the work does, or the folder cannot be used
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

    /** Opens a file for locking; made with mode 0600 where it does not exist. */
    public static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
    }
}
