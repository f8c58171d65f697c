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

    /** Returns whether the options name firmware of the platform before API 0.17. */
    boolean isBefore017() {
        return api.isBefore017();
    }

    /**
     * Returns the things that were asked for, but for which the firmware has no room, as far as it
     * says.
     *
     * @param isSecret whether a launch secret is to be put there
     */
    List<String> lacking(boolean isSecret) throws ProblemException {
        return guest.lacking(isSecret);
    }

    /**
     * Returns what may have been meant instead.
     *
     * @param given what was read of these options
     */
    Alternatives alternatives(Optional<SecretBytes> tek, MeasurementInputs given, Progress progress)
            throws ProblemException {
        return guest.alternatives(tek, given.launched(), progress);
    }
}
