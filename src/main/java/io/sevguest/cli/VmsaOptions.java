package io.sevguest.cli;

import io.sevguest.measurement.CpuSignature;
import io.sevguest.measurement.Firmware;
import io.sevguest.measurement.MeasuredFiles;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which CPU of which guest a VMSA page is for, by the names of sevctl. */
final class VmsaOptions {
    private static final String QEMU = "qemu";

    @Option(
            names = "--cpu",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "0 for the first CPU, else a further one, which are all alike.")
    private Optional<Integer> cpu = Optional.empty();

    @Option(
            names = {"--family", "--cpu-family"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "Family of the host's processor, such as 25.")
    private Optional<Integer> family = Optional.empty();

    @Option(
            names = {"--model", "--cpu-model"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "Model of the host's processor, such as 1.")
    private Optional<Integer> model = Optional.empty();

    @Option(
            names = {"--stepping", "--cpu-stepping"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "Stepping of the host's processor, such as 1.")
    private Optional<Integer> stepping = Optional.empty();

    @Option(
            names = "--firmware",
            paramLabel = "FILE",
            description = "The firmware, which tells where further CPUs start.")
    private Optional<Path> firmware = Optional.empty();

    @Option(
            names = "--userspace",
            paramLabel = "NAME",
            defaultValue = QEMU,
            description = "What starts the guest: qemu, which is also meant without it.")
    private String userspace;

    /**
     * The processor, empty where none is named.
     *
     * @throws ProblemException if only a part of it is told
     */
    Optional<CpuSignature> processor() throws ProblemException {
        var numbers =
                new ProcessorNumbers("--family, --model and --stepping", family, model, stepping);
        return numbers.areGiven() ? Optional.of(numbers.required()) : Optional.empty();
    }

    /** Whether the page is said to be the first CPU's or a further one's. */
    Optional<Boolean> isFirst() {
        return cpu.map(number -> number == 0);
    }

    /**
     * Where further CPUs start, empty where no firmware is named.
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
                            "Pages as QEMU and KVM make them are known, no others.",
                            "--userspace " + userspace,
                            "Give --userspace qemu, or leave it out."));
        }
    }
}
