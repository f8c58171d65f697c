package io.sevguest.launch;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The lock on a guest's directory, held while the guest runs; the system drops it when this process
 * ends in whatever way. The file tells the holder's process id, and QEMU's in a second line.
 */
final class GuestLock implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final String qemuBefore;

    private GuestLock(Path path, FileChannel channel, String qemuBefore) {
        this.path = path;
        this.channel = channel;
        this.qemuBefore = qemuBefore;
    }

    /**
     * Takes the lock.
     *
     * @return empty where somebody holds it
     * @throws ProblemException if the file cannot be made
     */
    static Optional<GuestLock> tryTake(Path path) throws ProblemException {
        try {
            FileChannel channel =
                    FileChannel.open(
                            path,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS),
                            PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
            Optional<GuestLock> taken = lock(path, channel);
            if (taken.isEmpty()) {
                channel.close();
            }
            return taken;
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        }
    }

    private static Optional<GuestLock> lock(Path path, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
        String qemu = text(path).lines().skip(1).findFirst().orElse("");
        var taken = new GuestLock(path, channel, qemu);
        taken.write(qemu);
        return Optional.of(taken);
    }

    private static String text(Path path) throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** Whether the file still has its name: whoever held the lock before may have removed it. */
    boolean isInPlace() throws ProblemException {
        try {
            return Files.readString(path).startsWith(ProcessHandle.current().pid() + "\n");
        } catch (NoSuchFileException removed) {
            return false;
        } catch (IOException failure) {
            throw FileProblems.reading(path, failure);
        }
    }

    /** Process id of the QEMU that ran under this lock before; empty where none did. */
    String qemuBefore() {
        return qemuBefore;
    }

    /** Notes the process id of the QEMU that runs under this lock. */
    void noteQemu(long pid) throws ProblemException {
        try {
            write(Long.toString(pid));
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        }
    }

    private void write(String qemu) throws IOException {
        String text = ProcessHandle.current().pid() + "\n" + qemu + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(false);
    }

    /** Why the lock of a guest cannot be had. */
    static Problem held(Path path) throws ProblemException {
        try {
            String pid = text(path).lines().findFirst().orElse("unknown");
            return new Problem(
                    "This guest is already running: process " + pid + " has started it.",
                    path.getParent().toString(),
                    "End it there, or give this guest another UUID.");
        } catch (IOException failure) {
            throw FileProblems.reading(path, failure);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
