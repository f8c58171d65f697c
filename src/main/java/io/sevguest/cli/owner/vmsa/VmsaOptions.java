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

/** The CPU and the guest that a VMSA page is for, by the names of sevctl. */
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
            description = "The program that starts the guest. Only qemu is supported.")
    private String userspace;

    /**
     * The processor, empty where none is named.
     *
     * @throws ProblemException if only a part of it is told
     */
    Optional<CpuSignature> processor() throws ProblemException {
        return processor.signature();
    }

    /**
     * Returns whether the page is for the first CPU or for a further one; empty if neither was
     * said.
     */
    Optional<Boolean> isFirst() {
        return cpu.map(number -> number == 0);
    }

    /**
     * Returns the address at which further CPUs start; empty if no firmware is named.
     *
     * @throws ProblemException if the file cannot be read or does not tell it
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
     * Refuses other programs than QEMU.
     *
     * @throws ProblemException if another is named
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
