package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.diagnosis.Alternatives;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The options for all inputs of a measurement except its key and nonce. */
final class MeasurementOptions {
    @Mixin private ApiOptions api;

    @Mixin private GuestOptions guest;

    /**
     * Reads the inputs that the options name.
     *
     * @throws ProblemException if an input is missing, contradictory or unreadable
     */
    MeasurementInputs read(Progress progress) throws ProblemException {
        SevPolicy policy = guest.policy();
        return new MeasurementInputs(guest.launched(policy, progress), api.required(), policy);
    }

    /** Returns whether the options name platform firmware before API 0.17. */
    boolean isBefore017() {
        return api.isBefore017();
    }

    /**
     * Returns warnings about requested content for which the firmware has no area.
     *
     * @param isSecret whether a launch secret is injected
     */
    List<String> lacking(boolean isSecret) throws ProblemException {
        return guest.lacking(isSecret);
    }

    /**
     * Returns the alternative inputs to try when the measurement does not match.
     *
     * @param given the inputs read from these options
     */
    Alternatives alternatives(Optional<SecretBytes> tek, MeasurementInputs given, Progress progress)
            throws ProblemException {
        return guest.alternatives(tek, given.launched(), progress);
    }
}
