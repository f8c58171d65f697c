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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code vmsa build}, which creates the page with which QEMU and KVM start a CPU. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Create the VMSA page (4096 bytes) with which QEMU and KVM start a CPU.")
public final class VmsaBuildCommand implements Callable<Integer> {
    private static final CpuSignature NONE = CpuSignature.of(0);

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Mixin private VmsaOptions options;

    @Option(
            names = "--fpu-state",
            description = "Include the reset state of x87 and SSE, as KVM_SEV_INIT2 does.")
    private boolean fpuState;

    @Override
    public Integer call() throws ProblemException {
        options.requireQemu();
        long resetAddress = resetAddress();
        Optional<CpuSignature> processor = options.processor();
        if (processor.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "warning: The processor is missing, so RDX is 0 in the page. Give"
                                    + " --family, --model and --stepping, or set them later with"
                                    + " sevguest vmsa update.");
        }
        AtomicFile.writePrivate(
                file, Vmsa.start(processor.orElse(NONE), resetAddress, fpuState).page());
        return ExitStatus.FINE;
    }

    private long resetAddress() throws ProblemException {
        boolean first =
                options.isFirst()
                        .orElseThrow(
                                () ->
                                        missing(
                                                "The option --cpu is missing.",
                                                "Give --cpu 0 for the first CPU, or --cpu 1 for all"
                                                        + " further CPUs."));
        OptionalLong further = options.resetAddress();
        if (first) {
            return Vmsa.BOOT_RESET_ADDRESS;
        }
        return further.orElseThrow(
                () ->
                        missing(
                                "The start address of further CPUs is in the firmware, which is"
                                        + " missing.",
                                "Give the OVMF image that the guest boots with --firmware."));
    }

    private static ProblemException missing(String what, String fix) {
        return new ProblemException(Problem.of(what).withFix(fix));
    }
}
