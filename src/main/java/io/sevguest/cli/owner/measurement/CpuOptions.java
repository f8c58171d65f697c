package io.sevguest.cli.owner.measurement;

import io.sevguest.cli.owner.vmsa.ProcessorOptions;
import io.sevguest.cli.owner.vmsa.VmsaShowCommand;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.measurement.vmsa.CpuSource;
import io.sevguest.measurement.vmsa.Vmsa;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options for the start state of the CPUs of an SEV-ES guest: family, model and stepping, or
 * files with VMSA pages.
 */
final class CpuOptions {
    @Mixin private ProcessorOptions processor;

    @Option(
            names = {"--vmsa-cpu0", "-0"},
            paramLabel = "FILE",
            description = "The file with the VMSA page of the first CPU.")
    private Optional<Path> boot = Optional.empty();

    @Option(
            names = {"--vmsa-cpu1", "-1"},
            paramLabel = "FILE",
            description = "The file with the VMSA page of each further CPU.")
    private Optional<Path> others = Optional.empty();

    @Option(
            names = "--fpu-state",
            description =
                    "Assume that the host's kernel adds the reset state of x87 and SSE to the"
                            + " pages, as it does for guests created with KVM_SEV_INIT2.")
    private boolean fpuState;

    /**
     * Returns the CPUs that the options describe; empty if none is given.
     *
     * @throws ProblemException if the options contradict each other or a file is not a VMSA page
     */
    Optional<CpuSource> source() throws ProblemException {
        if (processor.areGiven() && (boot.isPresent() || others.isPresent())) {
            throw refused("VMSA files cannot be combined with --family, --model and --stepping.");
        }
        if (others.isPresent() && boot.isEmpty()) {
            throw refused("The VMSA page of the first CPU is missing (--vmsa-cpu0).");
        }
        if (boot.isPresent()) {
            return Optional.of(new CpuSource.Pages(page(boot.get()), others()));
        }
        return processor.signature().map(this::started);
    }

    /** Returns the start state of a CPU model of QEMU. */
    CpuSource ofModel(CpuModel known) {
        return started(known.signature());
    }

    private CpuSource started(CpuSignature signature) {
        return new CpuSource.Processor(signature, fpuState);
    }

    private Optional<Vmsa> others() throws ProblemException {
        return others.isPresent() ? Optional.of(page(others.get())) : Optional.empty();
    }

    private static Vmsa page(Path file) throws ProblemException {
        return VmsaShowCommand.read(file);
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                Problem.of(what)
                        .withFix(
                                "Give either the family, model and stepping of the host's"
                                        + " processor, or VMSA pages as files."));
    }
}
