package io.sevguest.cli.option;

import io.sevguest.file.FileSet;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** The files that a command with an option {@code --force} is about to write. */
public final class OutputFiles {
    private OutputFiles() {}

    /**
     * Refuses files that exist, naming the option that replaces them.
     *
     * @param force whether they may be replaced
     * @throws ProblemException if one exists and must not, or is no regular file
     */
    public static void check(List<Path> files, boolean force) throws ProblemException {
        try {
            FileSet.check(files, force);
        } catch (ProblemException taken) {
            throw force
                    ? taken
                    : new ProblemException(
                            taken.problem()
                                    .withFix(
                                            "Remove it, choose another name, or add --force to"
                                                    + " replace it."),
                            taken.getCause());
        }
    }
}
