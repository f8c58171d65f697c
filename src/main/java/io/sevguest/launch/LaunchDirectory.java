package io.sevguest.launch;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import io.sevguest.qemu.LaunchFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A guest's own directory, mode 0700, held by the lock in it until it is removed. */
final class LaunchDirectory {
    private static final int ATTEMPTS = 5;

    private final LaunchFiles files;
    private final GuestLock lock;

    private LaunchDirectory(LaunchFiles files, GuestLock lock) {
        this.files = files;
        this.lock = lock;
    }

    /**
     * Makes the directory, empty but for the lock.
     *
     * @throws ProblemException if the guest runs already, a socket's path would be too long, or the
     *     directory is not ours alone
     */
    static LaunchDirectory claim(LaunchFiles files) throws ProblemException {
        LocalSocket.checkLength(files.serialSocket());
        LocalSocket.checkLength(files.qmpSocket());
        LocalSocket.checkLength(files.vncSocket());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<LaunchDirectory> claimed = tryClaim(files);
            if (claimed.isPresent()) {
                return claimed.get();
            }
        }
        throw new ProblemException(GuestLock.held(files.lock()));
    }

    private static Optional<LaunchDirectory> tryClaim(LaunchFiles files) throws ProblemException {
        PrivateFiles.directory(files.directory().getParent());
        PrivateFiles.directory(files.directory());
        Optional<GuestLock> lock = GuestLock.tryTake(files.lock());
        if (lock.isEmpty()) {
            throw new ProblemException(GuestLock.held(files.lock()));
        }
        var directory = new LaunchDirectory(files, lock.get());
        boolean kept = false;
        try {
            if (!lock.get().isInPlace()) {
                return Optional.empty();
            }
            Orphan.end(files, lock.get().before());
            directory.removeFiles();
            kept = true;
            return Optional.of(directory);
        } finally {
            if (!kept) {
                directory.release();
            }
        }
    }

    LaunchFiles files() {
        return files;
    }

    GuestLock lock() {
        return lock;
    }

    /** Removes all but the lock. */
    void removeFiles() throws ProblemException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files.directory())) {
            for (Path file : all) {
                if (!file.equals(files.lock())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw FileProblems.writing(files.directory(), failure);
        }
    }

    /** Removes the directory with all that is in it, and lets go of the lock. */
    void remove() throws ProblemException {
        try {
            removeFiles();
            Files.deleteIfExists(files.lock());
            Files.deleteIfExists(files.directory());
        } catch (IOException failure) {
            throw FileProblems.writing(files.directory(), failure);
        } finally {
            release();
        }
    }

    private void release() throws ProblemException {
        try {
            lock.close();
        } catch (IOException failure) {
            throw FileProblems.writing(files.lock(), failure);
        }
    }
}
