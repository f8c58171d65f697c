package io.sevguest.cli.owner.measurement;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code measurement}, the parent of the commands for launch measurements. */
@Command(
        name = "measurement",
        mixinStandardHelpOptions = true,
        description = "Compute and check launch measurements of SEV and SEV-ES guests.")
public final class MeasurementCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "The subcommand is missing: build or verify.");
    }
}
