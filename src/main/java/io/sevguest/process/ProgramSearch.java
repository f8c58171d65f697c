package io.sevguest.process;

import io.sevguest.problem.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Searches for programs.
 *
 * @param searchPath the folders, in the format of the variable PATH
 */
public record ProgramSearch(String searchPath) {
    public static ProgramSearch ofThisProcess() {
        String path = System.getenv("PATH");
        return new ProgramSearch(path == null ? "/usr/local/bin:/usr/bin:/bin" : path);
    }

    /** Returns the file of a program. A name without a slash is searched for in the search path. */
    public Optional<Path> find(String program) {
        if (program.isEmpty()) {
            return Optional.empty();
        }
        if (program.contains("/")) {
            return executable(program);
        }
        for (String folder : searchPath.split(File.pathSeparator, -1)) {
            Optional<Path> found = executable((folder.isEmpty() ? "." : folder) + "/" + program);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the problem that a program cannot be started. */
    public Problem missing(String program) {
        if (!program.contains("/")) {
            return new Problem(
                    "The program \"" + program + "\" is not installed, or not on the PATH.",
                    "",
                    "Install it, or specify the full path of the program.");
        }
        String why;
        if (!exists(program)) {
            why = "There is no program at \"" + program + "\".";
        } else if (Files.isDirectory(Path.of(program))) {
            why = "\"" + program + "\" is a folder, not a program.";
        } else {
            why = "\"" + program + "\" is not executable.";
        }
        return new Problem(why, program, "Give the path of an executable program.");
    }

    private static Optional<Path> executable(String file) {
        return exists(file)
                ? Optional.of(Path.of(file))
                        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
                : Optional.empty();
    }

    private static boolean exists(String file) {
        try {
            return Files.exists(Path.of(file));
        } catch (InvalidPathException noFileName) {
            return false;
        }
    }
}
