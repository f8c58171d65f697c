package io.sevguest.cli.owner.measurement;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code secret}, the parent of the commands for launch secrets. */
@Command(
        name = "secret",
        mixinStandardHelpOptions = true,
        description = "Create launch secrets for SEV and SEV-ES guests, and open your own.")
public final class SecretCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "The subcommand is missing: build or open.");
    }
}
