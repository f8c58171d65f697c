package io.sevguest.file;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes failures of the file system as problems. */
public final class FileProblems {
    private FileProblems() {}

    /** Returns the problem that a file could not be written. Nothing of it has been written. */
    public static ProblemException writing(Path file, IOException failed) {
        return problem("The file cannot be written", file, failed);
    }

    /** Returns the problem that a file could not be read. */
    public static ProblemException reading(Path file, IOException failed) {
        return problem("The file cannot be read", file, failed);
    }

    /** Returns the problem that a new file was not created because it already exists. */
    static ProblemException taken(Path file, IOException failed) {
        return new ProblemException(
                new Problem(
                        "The file already exists.",
                        file.toString(),
                        "Remove it, or choose another name."),
                failed);
    }

    /**
     * Refuses to read a folder as a file.
     *
     * @throws ProblemException if it is a folder
     */
    static void refuseFolder(Path file) throws ProblemException {
        if (Files.isDirectory(file)) {
            throw new ProblemException(
                    new Problem(
                            "This is a folder, not a file.",
                            file.toString(),
                            "Give a file in the folder."));
        }
    }

    private static ProblemException problem(String what, Path file, IOException failed) {
        return new ProblemException(
                new Problem(what + ": " + reason(failed) + ".", file.toString(), fix(failed)),
                failed);
    }

    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failed instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "a file with this name exists where a folder is needed";
        }
        if (failed instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return failed.getMessage() == null
                ? failed.getClass().getSimpleName()
                : failed.getMessage();
    }

    private static String fix(IOException failed) {
        if (failed instanceof NoSuchFileException missing) {
            return "-".equals(missing.getFile())
                    ? "For the standard input, give /dev/stdin."
                    : "Check the name.";
        }
        if (failed instanceof AccessDeniedException) {
            return "Check the permissions of the file and its folder.";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "Give a folder, or a new name.";
        }
        return reason(failed).contains("No space left")
                ? "Free some space on the disk and try again. The old file is unchanged."
                : "";
    }
}
