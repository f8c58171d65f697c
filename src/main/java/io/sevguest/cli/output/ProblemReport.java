package io.sevguest.cli.output;

import io.sevguest.problem.EscapedText;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.security.cert.CertPathValidatorException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the problem that stopped a command on stderr, and chooses the exit status. */
public final class ProblemReport implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failed instanceof ProblemException known) {
            err.println("error: " + known.problem().toText());
            return status(known);
        }
        err.println(
                "error: Internal error in sevguest "
                        + Version.text()
                        + ". Please report it, with these lines:");
        failed.printStackTrace(err);
        return ExitStatus.FAULT;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(
                "error: "
                        + EscapedText.text(byFirstNames(wrong, withoutLabel(wrong.getMessage()))));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("  See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.WRONG_INPUT;
    }

    /** Removes the label that some of picocli's messages begin with. */
    private static String withoutLabel(String message) {
        String label = "Error: ";
        return message.startsWith(label) ? message.substring(label.length()) : message;
    }

    /**
     * Replaces the longest name of an option, which picocli uses, with the first one, which the
     * help uses.
     */
    private static String byFirstNames(ParameterException wrong, String message) {
        List<? extends ArgSpec> spoken =
                wrong instanceof MissingParameterException missing
                        ? missing.getMissing()
                        : Stream.ofNullable(wrong.getArgSpec()).toList();
        String named = message;
        for (ArgSpec argument : spoken) {
            if (argument instanceof OptionSpec option && option.names()[0].startsWith("--")) {
                named = named.replace("'" + option.longestName(), "'" + option.names()[0]);
            }
        }
        return named;
    }

    /**
     * Returns the exit status for a problem. An invalid chain is a negative answer. A missing file,
     * or one that would be replaced, is invalid input. Any other read or write failure is a problem
     * of the machine.
     */
    public static int status(ProblemException known) {
        Throwable cause = known.getCause();
        if (cause instanceof CertPathValidatorException) {
            return ExitStatus.NO;
        }
        boolean wrongName =
                cause instanceof NoSuchFileException
                        || cause instanceof NotDirectoryException
                        || cause instanceof FileAlreadyExistsException;
        return cause instanceof IOException && !wrongName
                ? ExitStatus.MACHINE
                : ExitStatus.WRONG_INPUT;
    }
}
