package io.sevguest.cli.owner.vmsa;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code vmsa}, the parent of the commands for VMSA pages. */
@Command(
        name = "vmsa",
        mixinStandardHelpOptions = true,
        description =
                "Create, show and change VMSA pages: the start state of the CPUs of an SEV-ES"
                        + " guest.")
public final class VmsaCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "The subcommand is missing: build, show or update.");
    }
}
