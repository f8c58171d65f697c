package io.sevguest.diagnosis;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.FirmwareApi;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.Optional;

/**
 * Checks a launch measurement against the guest of a domain, and looks for the mistake where it
 * does not match.
 */
public record GuestCheck(ExpectedGuest guest, FirmwareApi api, Measurement measurement) {
    /**
     * The result of a check.
     *
     * @param inputs as they were understood
     * @param causes why it does not match, as far as a known mistake explains it
     */
    public record Verdict(boolean matches, MeasurementInputs inputs, List<Cause> causes) {}

    /**
     * Reads the files and compares.
     *
     * @param tik still the caller's
     * @param tek tried where the keys may be swapped; still the caller's
     * @throws ProblemException if something is missing or cannot be read
     */
    public Verdict run(SecretBytes tik, Optional<SecretBytes> tek, Progress progress)
            throws ProblemException {
        MeasuredGuest given = guest.read(progress);
        var inputs = new MeasurementInputs(given, api, guest.policy());
        if (inputs.match(measurement, tik)) {
            return new Verdict(true, inputs, List.of());
        }
        var alternatives = Alternatives.of(tek, guest.known(), given, progress);
        List<Cause> causes =
                new MeasurementMismatch(inputs, measurement, tik, alternatives).causes(progress);
        return new Verdict(false, inputs, causes);
    }
}
