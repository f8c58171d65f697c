package io.sevguest.cli.owner.measurement;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code measurement}: what a guest should have started with, and whether it did. */
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
