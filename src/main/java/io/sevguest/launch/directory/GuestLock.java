package io.sevguest.launch.directory;

import io.sevguest.file.FileProblems;
import io.sevguest.file.PrivateFiles;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock on a guest's directory, held while the guest runs; the system drops it when this process
 * ends in whatever way. The file holds a {@link Note}.
 */
public final class GuestLock implements AutoCloseable {
    /**
     * The content of the lock file, one value per line.
     *
     * @param starter process id of the program that started the guest, 0 while it is unknown
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

    private static final int MAX_NOTE = 1024;
    private static final long OWN = ProcessHandle.current().pid();

    /**
     * The locks of this process. Locks of files belong to processes: to open and close a file that
     * this process has locked, even to read it, would drop the lock.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

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
     * @return empty where somebody holds it, or removed it just now
     * @throws ProblemException if the file cannot be made
     */
    static Optional<GuestLock> tryTake(Path path) throws ProblemException {
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        Optional<GuestLock> taken = Optional.empty();
        try {
            taken = openAndLock(path);
            return taken;
        } catch (FileAlreadyExistsException madeByAnother) {
            return Optional.empty();
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        } finally {
            if (taken.isEmpty()) {
                HELD_HERE.remove(path);
            }
        }
    }

    private static Optional<GuestLock> openAndLock(Path path) throws IOException {
        boolean isNew = !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        Optional<Object> seen = isNew ? Optional.empty() : Optional.of(fileKey(path));
        FileChannel channel = open(path, isNew);
        boolean kept = false;
        try {
            Object opened = seen.isPresent() ? seen.get() : fileKey(path);
            if (channel.tryLock() == null || !fileKey(path).equals(opened)) {
                return Optional.empty();
            }
            var taken = new GuestLock(path, channel, Note.parse(text(channel)));
            taken.write(new Note(OWN, taken.before.qemu(), taken.before.keepsChanges()));
            kept = true;
            return Optional.of(taken);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path path, boolean isNew) throws IOException {
        Set<OpenOption> options =
                new HashSet<>(
                        List.of(
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS));
        if (isNew) {
            options.add(StandardOpenOption.CREATE_NEW);
        }
        return FileChannel.open(
                path, options, PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
    }

    /** Returns the key that distinguishes a file from another one with the same name later. */
    private static Object fileKey(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_NOTE));
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
    }

    /** Returns what the previous launch left in the file. */
    Note before() {
        return before;
    }

    /** Notes the QEMU that runs under this lock. */
    public void noteQemu(long pid, boolean keepsChanges) throws ProblemException {
        try {
            write(new Note(OWN, Optional.of(pid), keepsChanges));
        } catch (IOException failure) {
            throw FileProblems.writing(path, failure);
        }
    }

    private void write(Note note) throws IOException {
        byte[] text = note.toText().getBytes(StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(text), 0);
        channel.truncate(text.length);
        channel.force(false);
    }

    /** Returns the problem that the lock of a guest is held by another process. */
    static Problem held(Path path) throws ProblemException {
        try {
            long pid =
                    HELD_HERE.contains(path)
                            ? OWN
                            : Note.parse(Files.exists(path) ? Files.readString(path) : "")
                                    .starter();
            return new Problem(
                    pid == 0
                            ? "This guest is just being started, or has just ended."
                            : "This guest is already running: process " + pid + " has started it.",
                    path.getParent().toString(),
                    pid == 0
                            ? "Try again in a moment."
                            : "End it there, or change the UUID of this guest.");
        } catch (IOException failure) {
            throw FileProblems.reading(path, failure);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(path);
    }
}
