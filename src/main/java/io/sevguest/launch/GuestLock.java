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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lock on a guest's directory, held while the guest runs; the system drops it when this process
 * ends in whatever way. The file holds a {@link Note}.
 */
final class GuestLock implements AutoCloseable {
    /**
     * What the file tells, a line each.
     *
     * @param starter process id of the program that started the guest
     * @param qemu process id of its QEMU, once that runs
     * @param keepsChanges whether it writes to the guest's own disks
     */
    record Note(long starter, Optional<Long> qemu, boolean keepsChanges) {
        private static final String KEEPS = "keeps changes";

        static Note parse(String text) {
            List<String> lines = text.lines().toList();
            return new Note(
                    number(lines, 0).orElse(0L),
                    number(lines, 1),
                    lines.size() > 2 && lines.get(2).equals(KEEPS));
        }

        private static Optional<Long> number(List<String> lines, int index) {
            return Optional.of(lines)
                    .filter(all -> all.size() > index && all.get(index).matches("\\d{1,18}"))
                    .map(all -> Long.valueOf(all.get(index)));
        }

        String toText() {
            return starter
                    + "\n"
                    + qemu.map(Object::toString).orElse("")
                    + "\n"
                    + (keepsChanges ? KEEPS : "")
                    + "\n";
        }
    }

    private static final long OWN = ProcessHandle.current().pid();

    private final Path path;
    private final FileChannel channel;
    private final Note before;

    private GuestLock(Path path, FileChannel channel, Note before) {
        this.path = path;
        this.channel = channel;
        this.before = before;
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
        var before = Note.parse(text(path));
        var taken = new GuestLock(path, channel, before);
        taken.write(new Note(OWN, before.qemu(), before.keepsChanges()));
        return Optional.of(taken);
    }

    private static String text(Path path) throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** Whether the file still has its name: whoever held the lock before may have removed it. */
    boolean isInPlace() throws ProblemException {
        try {
            return Note.parse(Files.readString(path)).starter() == OWN;
        } catch (NoSuchFileException removed) {
            return false;
        } catch (IOException failure) {
            throw FileProblems.reading(path, failure);
        }
    }

    /** What the launch before left in the file. */
    Note before() {
        return before;
    }

    /** Notes the QEMU that runs under this lock. */
    void noteQemu(long pid, boolean keepsChanges) throws ProblemException {
        try {
            write(new Note(OWN, Optional.of(pid), keepsChanges));
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        }
    }

    private void write(Note note) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(note.toText().getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(false);
    }

    /** Why the lock of a guest cannot be had. */
    static Problem held(Path path) throws ProblemException {
        try {
            long pid = Note.parse(text(path)).starter();
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
