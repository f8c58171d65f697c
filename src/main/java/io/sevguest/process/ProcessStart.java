package io.sevguest.process;

import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Starts programs, and describes failures to start as problems. */
final class ProcessStart {
    private static final System.Logger LOG = System.getLogger(ProcessStart.class.getName());

    private ProcessStart() {}

    static Process start(Command command, ProcessBuilder builder) throws ProblemException {
        Optional<Problem> garbling = SystemEncoding.ofProcess().notEncodable(command.arguments());
        if (garbling.isPresent()) {
            throw new ProblemException(garbling.get());
        }
        LOG.log(Level.INFO, "starting {0}", command.logged());
        try {
            return builder.start();
        } catch (IOException failure) {
            LOG.log(Level.INFO, "{0}: {1}", command.program(), failure.getMessage());
            throw new ProblemException(problem(command, failure), failure);
        }
    }

    static void ended(Command command, ProcessExit status) {
        LOG.log(Level.INFO, "{0} {1}", command.program(), status.toText());
    }

    private static Problem problem(Command command, IOException failure) {
        var search = ProgramSearch.ofThisProcess();
        if (search.find(command.program()).isEmpty()) {
            return search.missing(command.program());
        }
        return new Problem(
                "\"" + command.program() + "\" could not be started: " + failure.getMessage() + ".",
                command.program(),
                "Check that it is a program for this machine's processor and system.");
    }
}
