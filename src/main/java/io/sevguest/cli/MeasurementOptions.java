package io.sevguest.cli;

import io.sevguest.measurement.KernelBoot;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Everything that enters a measurement but its key and its nonce. */
final class MeasurementOptions {
    @Mixin private ApiOptions api;

    @Mixin private GuestOptions guest;

    /**
     * Reads what the options name.
     *
     * @throws ProblemException if something is missing, contradicts, or cannot be read
     */
    MeasurementInputs read(Progress progress) throws ProblemException {
        SevPolicy policy = guest.policy();
        return new MeasurementInputs(guest.launched(policy, progress), api.required(), policy);
    }

    /** Whether the options name firmware of the platform before API 0.17. */
    boolean isBefore017() {
        return api.isBefore017();
    }

    /** The firmware's file, where one is named. */
    Optional<Path> firmwareFile() throws ProblemException {
        return guest.firmwareFile();
    }

    /** A kernel of the domain that kernel hashes leave out, hashed all the same. */
    Optional<KernelBoot> unmeasuredKernel(Progress progress) throws ProblemException {
        return guest.unmeasuredKernel(progress);
    }
}
