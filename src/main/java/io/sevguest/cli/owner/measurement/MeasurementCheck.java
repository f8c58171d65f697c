package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.diagnosis.Cause;
import io.sevguest.diagnosis.MeasurementMismatch;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for a measurement and the guest it should match. */
final class MeasurementCheck {
    @Option(
            names = {"--measurement", "-m", "--launch-measure-blob"},
            paramLabel = "MEASUREMENT",
            description = "The measurement from the host: a file, hex or base64 of 48 bytes.")
    private Optional<String> measurement = Optional.empty();

    @Option(
            names = "--nonce",
            paramLabel = "NONCE",
            description =
                    "The nonce of the launch, if the measurement has only 32 bytes: a file, hex or"
                            + " base64 of 16 bytes.")
    private Optional<String> nonce = Optional.empty();

    @Mixin private MeasurementOptions options;

    /**
     * Compares the measurement with that of the guest, and searches for the mistake if they differ.
     *
     * @param keys the keys, still owned by the caller
     * @throws ProblemException if an input is missing, contradictory or unreadable
     */
    MeasurementVerdict verdict(KeyOptions.Keys keys) throws ProblemException {
        MeasurementArgument given = given();
        MeasurementInputs inputs = options.read(Progress.NONE);
        boolean match = inputs.match(given.value(), keys.tik());
        if (match && given.misreading().isEmpty()) {
            return new MeasurementVerdict(true, inputs, List.of());
        }
        List<Cause> causes =
                match ? List.of(given.misreading().get()) : causes(inputs, given.value(), keys);
        return new MeasurementVerdict(false, inputs, causes);
    }

    /**
     * Returns warnings about requested content for which the firmware has no area.
     *
     * @param isSecret whether a launch secret is injected
     */
    List<String> lacking(boolean isSecret) throws ProblemException {
        return options.lacking(isSecret);
    }

    private List<Cause> causes(MeasurementInputs inputs, Measurement value, KeyOptions.Keys keys)
            throws ProblemException {
        var alternatives = options.alternatives(keys.tek(), inputs, Progress.NONE);
        return new MeasurementMismatch(inputs, value, keys.tik(), alternatives)
                .causes(Progress.NONE);
    }

    /**
     * Returns the value that binds a secret to this launch: the 32 bytes of the measurement without
     * its nonce, not verified. It is empty before firmware API 0.17.
     *
     * @throws ProblemException if the measurement is needed but missing, or not a measurement
     */
    Bytes binding() throws ProblemException {
        if (options.isBefore017()) {
            return Bytes.of(new byte[0]);
        }
        Bytes noNonce = Bytes.of(new byte[Measurement.NONCE]);
        return MeasurementArgument.read(required(), Optional.of(noNonce)).value().measure();
    }

    /**
     * Returns the measurement.
     *
     * @throws ProblemException if the measurement is missing, or not a measurement
     */
    MeasurementArgument given() throws ProblemException {
        Optional<Bytes> ownNonce =
                nonce.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new BytesArgument("--nonce", Measurement.NONCE).read(nonce.get()));
        return MeasurementArgument.read(required(), ownNonce);
    }

    private String required() throws ProblemException {
        return measurement.orElseThrow(
                () ->
                        new ProblemException(
                                Problem.of("The measurement is missing.")
                                        .withFix(
                                                "Give --measurement as shown by virsh"
                                                        + " domlaunchsecinfo or QEMU's"
                                                        + " query-sev-launch-measure.")));
    }
}
