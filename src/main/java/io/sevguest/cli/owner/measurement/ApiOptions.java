package io.sevguest.cli.owner.measurement;

import io.sevguest.cli.option.FirmwareNumberConverter;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options for the firmware version of the platform, which is part of measurements and secrets.
 */
final class ApiOptions {
    @Option(
            names = "--api-major",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The major version of the platform's SEV API, such as 1.")
    private Optional<Integer> major = Optional.empty();

    @Option(
            names = "--api-minor",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The minor version of the platform's SEV API, such as 51.")
    private Optional<Integer> minor = Optional.empty();

    @Option(
            names = "--build-id",
            paramLabel = "N",
            converter = FirmwareNumberConverter.class,
            description = "The build number of the platform's SEV firmware.")
    private Optional<Integer> build = Optional.empty();

    /** Returns whether a version before API 0.17 is given. */
    boolean isBefore017() {
        return major.isPresent()
                && minor.isPresent()
                && new FirmwareApi(major.get(), minor.get(), build.orElse(0)).isBefore017();
    }

    /**
     * Returns the version.
     *
     * @throws ProblemException if a number is missing
     */
    FirmwareApi required() throws ProblemException {
        if (major.isEmpty() || minor.isEmpty() || build.isEmpty()) {
            throw new ProblemException(
                    Problem.of("The version of the platform's firmware is missing.")
                            .withFix(
                                    "Give --api-major, --api-minor and --build-id as shown by virsh"
                                            + " domlaunchsecinfo or QEMU's query-sev."));
        }
        return new FirmwareApi(major.get(), minor.get(), build.get());
    }
}
