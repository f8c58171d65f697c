package io.sevguest.cli.option;

import io.sevguest.file.FileSet;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Checks the output files of commands with the option {@code --force}. */
public final class OutputFiles {
    private OutputFiles() {}

    /**
     * Refuses existing files, unless they may be replaced.
     *
     * @param force whether they may be replaced
     * @throws ProblemException if a file exists and may not be replaced, or is not a regular file
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
