package io.sevguest.cli.owner.vmsa;

import io.sevguest.cli.option.FirmwareNumberConverter;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.measurement.firmware.Firmware;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the CPU and guest of a VMSA page, with the names of sevctl. */
final class VmsaOptions {
    private static final String QEMU = "qemu";

    @Option(
            names = "--cpu",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The CPU: 0 for the first, 1 for all further ones, which are alike.")
    private Optional<Integer> cpu = Optional.empty();

    @Mixin private ProcessorOptions processor;

    @Option(
            names = "--firmware",
            paramLabel = "FILE",
            description = "The firmware image, which contains the start address of further CPUs.")
    private Optional<Path> firmware = Optional.empty();

    @Option(
            names = "--userspace",
            paramLabel = "NAME",
            defaultValue = QEMU,
            description =
                    "The program that starts the guest (default: ${DEFAULT-VALUE}). Only qemu is"
                            + " supported.")
    private String userspace;

    /**
     * Returns the processor; empty if none is given.
     *
     * @throws ProblemException if only some of its numbers are given
     */
    Optional<CpuSignature> processor() throws ProblemException {
        return processor.signature();
    }

    /** Returns whether the page is for the first CPU; empty if no CPU is given. */
    Optional<Boolean> isFirst() {
        return cpu.map(number -> number == 0);
    }

    /**
     * Returns the start address of further CPUs; empty if no firmware is given.
     *
     * @throws ProblemException if the file cannot be read or does not contain the address
     */
    OptionalLong resetAddress() throws ProblemException {
        if (firmware.isEmpty()) {
            return OptionalLong.empty();
        }
        String source = firmware.get().toString();
        return OptionalLong.of(
                Firmware.parse(source, MeasuredFiles.image(firmware.get()))
                        .requireResetAddress(source));
    }

    /**
     * Refuses programs other than QEMU.
     *
     * @throws ProblemException if another program is given
     */
    void requireQemu() throws ProblemException {
        if (!userspace.equals(QEMU)) {
            throw new ProblemException(
                    new Problem(
                            "Only the VMSA pages of QEMU and KVM are supported.",
                            "--userspace " + userspace,
                            "Give --userspace qemu, or remove the option."));
        }
    }
}
