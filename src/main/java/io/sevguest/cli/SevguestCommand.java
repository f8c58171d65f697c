package io.sevguest.cli;

import io.sevguest.cli.output.ProblemReport;
import io.sevguest.cli.output.Version;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.HmacSha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** The root command {@code sevguest}, which opens the window. */
@Command(
        name = SevguestCommand.NAME,
        mixinStandardHelpOptions = true,
        description = {
            "Edit, preview and launch libvirt guests that use AMD SEV.",
            "Without a command, open the window."
        },
        exitCodeListHeading = "%nExit status of every command:%n",
        exitCodeList = {
            "0:success",
            "1:the answer is no: a finding with severity error, or a value that does not match",
            "2:invalid input or usage; nothing was written",
            "3:something is missing on this machine: a display, QEMU, KVM, SEV, or access to a"
                    + " file",
            "70:internal error in this program"
        },
        footer = "")
public final class SevguestCommand implements Callable<Integer> {
    /** Opens the window. */
    @FunctionalInterface
    public interface Window {
        /**
         * Opens the window and returns at once; the window keeps the program alive.
         *
         * @param exitAfterFirstPaint whether it is closed as soon as it has been painted
         * @return the exit status
         */
        int open(Optional<Path> file, boolean exitAfterFirstPaint);
    }

    /**
     * Types that no option uses. Without this pattern, picocli spends 10 ms of each start on their
     * converters.
     */
    private static final String UNUSED_CONVERTERS = "java[.](sql|time)[.].*";

    static final String NAME = "sevguest";

    private final Window window;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The domain XML to open in the window.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--exit-after-first-paint", hidden = true)
    private boolean exitAfterFirstPaint;

    private SevguestCommand(Window window) {
        this.window = window;
    }

    /**
     * Returns the command line, ready to execute.
     *
     * @param arguments the words that will be executed; only the commands they need are added
     */
    public static CommandLine commandLine(Window window, String... arguments) {
        List<Subcommand> needed = Subcommand.neededFor(arguments);
        boolean called = needed.size() == 1;
        if (called && needed.get(0).usesKeys()) {
            HmacSha256.prepare();
        }
        System.setProperty("picocli.converters.excludes", UNUSED_CONVERTERS);
        var report = new ProblemReport();
        var line = called ? Subcommand.named(NAME) : new CommandLine(new SevguestCommand(window));
        for (Subcommand command : needed) {
            line.addSubcommand(command.word, command.commandLine(arguments));
        }
        setVersion(line);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(report)
                .setExecutionStrategy(SevguestCommand::withErrorsAsFaults)
                .setParameterExceptionHandler(report);
    }

    /**
     * Executes the command, and wraps errors of the JVM. The JVM itself would exit with 1, which
     * means "no" here.
     */
    private static int withErrorsAsFaults(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError fault) {
            throw new ExecutionException(
                    parsed.commandSpec().commandLine(), "error of the JVM", fault);
        }
    }

    private static void setVersion(CommandLine line) {
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands().values().forEach(SevguestCommand::setVersion);
    }

    @Override
    public Integer call() throws ProblemException {
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new ProblemException(
                    new Problem(
                            "\"" + file.get() + "\" is neither a command nor an existing file.",
                            "",
                            "To list the commands, run sevguest --help."));
        }
        return window.open(file, exitAfterFirstPaint);
    }
}
