package io.sevguest.cli.owner.vmsa;

import io.sevguest.cli.option.FirmwareNumberConverter;
import io.sevguest.measurement.vmsa.CpuSignature;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options for the processor of the host, with the names of sevctl and of libvirt. */
public final class ProcessorOptions {
    @Option(
            names = {"--family", "--cpu-family"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The family of the host's processor, such as 25.")
    private Optional<Integer> family = Optional.empty();

    @Option(
            names = {"--model", "--cpu-model"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The model of the host's processor, such as 1.")
    private Optional<Integer> model = Optional.empty();

    @Option(
            names = {"--stepping", "--cpu-stepping"},
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The stepping of the host's processor, such as 1.")
    private Optional<Integer> stepping = Optional.empty();

    /** Returns whether at least one of the numbers is given. */
    public boolean areGiven() {
        return Stream.of(family, model, stepping).anyMatch(Optional::isPresent);
    }

    /**
     * Returns the processor; empty if none is given.
     *
     * @throws ProblemException if a number is missing or too large
     */
    public Optional<CpuSignature> signature() throws ProblemException {
        if (!areGiven()) {
            return Optional.empty();
        }
        if (family.isEmpty() || model.isEmpty() || stepping.isEmpty()) {
            throw refused("--family, --model and --stepping must be given together.");
        }
        try {
            return Optional.of(new CpuSignature(family.get(), model.get(), stepping.get()));
        } catch (IllegalArgumentException outOfRange) {
            throw refused("Such a processor does not exist: " + outOfRange.getMessage() + ".");
        }
    }

    private static ProblemException refused(String what) {
        return new ProblemException(
                Problem.of(what)
                        .withFix("To see the family, model and stepping, run lscpu on the host."));
    }
}
