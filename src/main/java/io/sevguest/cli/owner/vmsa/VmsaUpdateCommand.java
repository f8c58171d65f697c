package io.sevguest.cli.owner.vmsa;

import io.sevguest.cli.output.ExitStatus;
import io.sevguest.file.AtomicFile;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code vmsa update}, which changes a VMSA page for another processor or firmware. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Change the processor, start address or FPU state of a VMSA page, and nothing else.",
            "The start address of the first CPU is fixed, so --firmware does not change it."
        })
public final class VmsaUpdateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file with the VMSA page to change.")
    private Path file;

    @Mixin private VmsaOptions options;

    @Option(
            names = "--fpu-state",
            negatable = true,
            description = "Add the reset state of x87 and SSE. With --no-fpu-state, remove it.")
    private Optional<Boolean> fpuState = Optional.empty();

    @Override
    public Integer call() throws ProblemException {
        options.requireQemu();
        Optional<CpuSignature> processor = options.processor();
        OptionalLong address = options.resetAddress();
        if (processor.isEmpty() && address.isEmpty() && fpuState.isEmpty()) {
            throw refused(
                    "No change was requested.",
                    "Give --family, --model and --stepping, --cpu with --firmware, or"
                            + " --fpu-state.");
        }
        boolean moved = address.isPresent() && !isFirst();
        Vmsa page = VmsaShowCommand.read(file);
        if (processor.isPresent()) {
            page = page.withCpu(processor.get());
        }
        if (moved) {
            page = page.withResetAddress(address.getAsLong());
        }
        if (fpuState.isPresent()) {
            page = page.withFpuState(fpuState.get());
        }
        AtomicFile.write(file, page.page());
        return ExitStatus.FINE;
    }

    private boolean isFirst() throws ProblemException {
        return options.isFirst()
                .orElseThrow(
                        () ->
                                refused(
                                        "The option --cpu is missing.",
                                        "With --firmware, also give --cpu 0 for the first CPU or"
                                                + " --cpu 1 for a further CPU."));
    }

    private static ProblemException refused(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
