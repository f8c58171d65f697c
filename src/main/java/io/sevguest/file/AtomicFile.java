package io.sevguest.file;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a complete file or nothing. The bytes are written to a temporary file beside the target
 * and synced to disk, and the file is then renamed to the target in one step. A failure leaves the
 * old file unchanged and no other file behind. A killed process leaves at most the temporary file,
 * which the next write to the same target removes.
 */
public final class AtomicFile {
    private static final System.Logger LOG = System.getLogger(AtomicFile.class.getName());
    private static final Set<PosixFilePermission> OF_GROUP =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE);

    /**
     * The part of a temporary name before the process id, which keeps two processes that save the
     * same file apart.
     */
    private static final String TEMPORARY = ".sevguest-new-";

    private static final int LONGEST = 200;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final DiskSteps STEPS = new DiskSteps();
    private static final TargetLocks LOCKS = new TargetLocks();

    private AtomicFile() {}

    /**
     * Writes a file. An existing file keeps its permissions, and its owner and group if the system
     * allows it. If the group changes, it gets no permissions. A symbolic link is kept, and the
     * file it points to is written.
     */
    public static void write(Path target, Bytes content) throws ProblemException {
        replace(target, content, false);
    }

    /** Writes a file that only its owner can read at any time. */
    public static void writePrivate(Path target, Bytes content) throws ProblemException {
        replace(target, content, true);
    }

    private static void replace(Path target, Bytes content, boolean secret)
            throws ProblemException {
        try {
            Path real = Files.isSymbolicLink(target) ? destination(target) : target;
            refuseOtherKind(target, real);
            LOCKS.write(real, () -> replaceReal(real, content, secret));
        } catch (IOException failed) {
            throw FileProblems.writing(target, failed);
        }
    }

    private static void replaceReal(Path real, Bytes content, boolean secret) throws IOException {
        String name = "." + brief(real.getFileName().toString()) + TEMPORARY;
        removeStale(real.toAbsolutePath().getParent(), name);
        Path temporary = real.resolveSibling(name + ProcessHandle.current().pid());
        try {
            STEPS.fill(temporary, content.toArray());
            if (!secret) {
                takeOver(real, temporary);
            }
            STEPS.rename(temporary, real);
        } finally {
            Files.deleteIfExists(temporary);
        }
        STEPS.syncFolder(real.toAbsolutePath().getParent());
    }

    /** Returns a name short enough for additions within the limit of 255 bytes. */
    private static String brief(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Integer.toHexString(name.hashCode())
                : name;
    }

    /** Removes the temporary files of killed processes. */
    private static void removeStale(Path folder, String name) throws IOException {
        if (Files.isDirectory(folder) && !Files.isReadable(folder)) {
            return;
        }
        for (Path entry : FolderListing.of(folder, it -> it.startsWith(name))) {
            String pid = entry.getFileName().toString().substring(name.length());
            if (DIGITS.matcher(pid).matches() && !isOfAnother(Long.parseLong(pid))) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static boolean isOfAnother(long pid) {
        return pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
    }

    /** Refuses to replace a folder, pipe or device. */
    private static void refuseOtherKind(Path target, Path real) throws ProblemException {
        if (Files.exists(real) && !Files.isRegularFile(real)) {
            throw new ProblemException(
                    new Problem(
                            "This is a folder, pipe or device, not a regular file.",
                            target.toString(),
                            "Give a regular file."));
        }
    }

    /** Returns the file that a link points to, even if that file does not exist. */
    private static Path destination(Path link) throws IOException {
        return Files.exists(link)
                ? link.toRealPath()
                : link.resolveSibling(Files.readSymbolicLink(link));
    }

    /** Gives the temporary file the permissions and owner of the target, or those of a new file. */
    private static void takeOver(Path target, Path temporary) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        Optional<PosixFileAttributes> old =
                Files.exists(target)
                        ? Optional.of(Files.readAttributes(target, PosixFileAttributes.class))
                        : Optional.empty();
        if (old.isEmpty()) {
            view.setPermissions(NewFileMode.permissions(temporary));
            return;
        }
        PosixFileAttributes own = Files.readAttributes(temporary, PosixFileAttributes.class);
        Set<PosixFilePermission> permissions = new HashSet<>(old.get().permissions());
        if (!own.group().equals(old.get().group())
                && !isDone(() -> view.setGroup(old.get().group()))) {
            permissions.removeAll(OF_GROUP);
        }
        if (!own.owner().equals(old.get().owner())) {
            isDone(() -> view.setOwner(old.get().owner()));
        }
        view.setPermissions(permissions);
    }

    /** A change of the owner or group of a file, which the system may not allow. */
    @FunctionalInterface
    private interface OwnerChange {
        void run() throws IOException;
    }

    private static boolean isDone(OwnerChange change) throws IOException {
        try {
            change.run();
            return true;
        } catch (FileSystemException notAllowed) {
            LOG.log(Level.DEBUG, "the owner or group of the file could not be kept", notAllowed);
            return false;
        }
    }

    /**
     * Creates a file that only its owner can read.
     *
     * @throws ProblemException also if the file already exists
     */
    public static void createPrivate(Path target, Bytes content) throws ProblemException {
        try {
            STEPS.fill(target, content.toArray());
        } catch (FileAlreadyExistsException taken) {
            throw FileProblems.taken(target, taken);
        } catch (IOException failed) {
            remove(target, failed);
            throw FileProblems.writing(target, failed);
        }
    }

    private static void remove(Path halfWritten, IOException failed) {
        try {
            STEPS.delete(halfWritten);
        } catch (IOException stays) {
            failed.addSuppressed(stays);
        }
    }
}
