package io.sevguest.cli.owner.measurement;

import io.sevguest.cli.option.FirmwareNumberConverter;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The version of the platform's firmware, which enters measurements and secrets. */
final class ApiOptions {
    @Option(
            names = "--api-major",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "SEV API major version of the platform, such as 1.")
    private Optional<Integer> major = Optional.empty();

    @Option(
            names = "--api-minor",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "SEV API minor version of the platform, such as 51.")
    private Optional<Integer> minor = Optional.empty();

    @Option(
            names = "--build-id",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "Build of the platform's firmware.")
    private Optional<Integer> build = Optional.empty();

    /** Returns whether the version, as far as it is given, is before API 0.17. */
    boolean isBefore017() {
        return major.isPresent()
                && minor.isPresent()
                && new FirmwareApi(major.get(), minor.get(), build.orElse(0)).isBefore017();
    }

    /**
     * The version.
     *
     * @throws ProblemException if a number is missing
     */
    FirmwareApi required() throws ProblemException {
        if (major.isEmpty() || minor.isEmpty() || build.isEmpty()) {
            throw new ProblemException(
                    Problem.of("The version of the platform's firmware is missing.")
                            .withFix(
                                    "Give --api-major, --api-minor and --build-id as virsh"
                                            + " domlaunchsecinfo or QEMU's query-sev reports them."));
        }
        return new FirmwareApi(major.get(), minor.get(), build.get());
    }
}
