package io.sevguest.cli.owner.vmsa;

import io.sevguest.cli.output.ExitStatus;
import io.sevguest.cli.output.Json;
import io.sevguest.file.SizedFile;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code vmsa show}, which shows the content of a VMSA page. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show the content of a VMSA page.")
public final class VmsaShowCommand implements Callable<Integer> {
    private static final int LIMIT = 16 * Vmsa.SIZE;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file with the VMSA page.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object with every field.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        Vmsa page = read(file);
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Json.text(new VmsaJson(page).object())
                                : new VmsaContent(page).text());
        return ExitStatus.FINE;
    }

    /**
     * Reads a VMSA page.
     *
     * @throws ProblemException if the file cannot be read or does not have 4096 bytes
     */
    public static Vmsa read(Path file) throws ProblemException {
        return Vmsa.parse(file.toString(), SizedFile.read(file, LIMIT));
    }
}
