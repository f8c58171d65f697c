package io.sevguest.launch.directory;

import io.sevguest.file.FileProblems;
import io.sevguest.file.FolderListing;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.LocalSocket;
import io.sevguest.qemu.command.LaunchFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A guest's own directory, mode 0700, held by the lock in it until it is removed. */
public final class LaunchDirectory {
    private static final System.Logger LOG = System.getLogger(LaunchDirectory.class.getName());
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(10);

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
    public static LaunchDirectory claim(LaunchFiles files) throws ProblemException {
        LocalSocket.checkLength(files.serialSocket());
        LocalSocket.checkLength(files.qmpSocket());
        LocalSocket.checkLength(files.vncSocket());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<LaunchDirectory> claimed = tryClaim(files);
            if (claimed.isPresent()) {
                return claimed.get();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new ProblemException(GuestLock.held(files.lock()));
    }

    /**
     * Empty where another process has the directory, if only for the moment in which it tidies up.
     */
    private static Optional<LaunchDirectory> tryClaim(LaunchFiles files) throws ProblemException {
        try {
            PrivateFiles.directory(files.directory().getParent());
            PrivateFiles.directory(files.directory());
            Optional<GuestLock> lock = GuestLock.tryTake(files.lock());
            return lock.isEmpty() ? Optional.empty() : tryClaim(files, lock.get());
        } catch (ProblemException failure) {
            if (failure.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Optional<LaunchDirectory> tryClaim(LaunchFiles files, GuestLock lock)
            throws ProblemException {
        var directory = new LaunchDirectory(files, lock);
        boolean kept = false;
        try {
            OrphanedQemu.end(files, lock.before());
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

    public GuestLock lock() {
        return lock;
    }

    /** Removes all but the lock. */
    public void removeFiles() throws ProblemException {
        try {
            for (Path file : FolderListing.of(files.directory())) {
                if (!file.equals(files.lock())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw FileProblems.writing(files.directory(), failure);
        }
    }

    /** Removes the directory with all that is in it, and lets go of the lock. */
    public void remove() throws ProblemException {
        try {
            removeFiles();
            Files.deleteIfExists(files.lock());
            Files.deleteIfExists(files.directory());
        } catch (DirectoryNotEmptyException takenAnew) {
            LOG.log(Level.DEBUG, "{0} belongs to the next launch already", files.directory());
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
