package io.sevguest.file;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates folders and files that only their owner can access. */
public final class PrivateFiles {
    /** {@code rw-------}, 0600. */
    public static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    /** {@code rwx------}, 0700. */
    public static final Set<PosixFilePermission> DIRECTORY =
            PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /**
     * Creates a folder and its parents with mode 0700, or checks an existing folder.
     *
     * @throws ProblemException if the folder is a link, belongs to another user, is accessible to
     *     others, or cannot be created
     */
    public static Path directory(Path folder) throws ProblemException {
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(DIRECTORY));
            }
            check(folder);
            return folder;
        } catch (IOException failed) {
            throw FileProblems.writing(folder, failed);
        }
    }

    /**
     * Opens a file for appending, and creates it with mode 0600 if it does not exist. Unlike a
     * channel, the stream stays open when the writing thread is interrupted.
     */
    public static OutputStream append(Path file) throws IOException {
        Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        PosixFilePermissions.asFileAttribute(FILE))
                .close();
        return new FileOutputStream(file.toFile(), true);
    }

    private static void check(Path folder) throws IOException, ProblemException {
        var attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            throw refused(folder, "It is a link or not a folder.");
        }
        if (CurrentUser.number(folder) != CurrentUser.number()) {
            throw refused(
                    folder,
                    "It belongs to "
                            + attributes.owner().getName()
                            + ", not to "
                            + CurrentUser.name()
                            + ".");
        }
        if (!DIRECTORY.containsAll(attributes.permissions())) {
            throw refused(
                    folder,
                    "Its mode is "
                            + PosixFilePermissions.toString(attributes.permissions())
                            + ", so other users have access to it.");
        }
    }

    private static ProblemException refused(Path folder, String why) {
        return new ProblemException(
                new Problem(
                        "This folder is not safe for private files. " + why,
                        folder.toString(),
                        "Remove it. It is created again with mode 0700."));
    }
}
