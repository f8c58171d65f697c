package io.sevguest.diagnosis;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.MeasuredContent;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.measurement.vmsa.StartState;
import io.sevguest.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the mistakes that explain why a measurement does not match: each alone, and where none
 * does, two: a mistake in what the guest starts with, and another there or in policy, version or
 * key. A cause that is named makes the measurement match; a guest is not accepted for it.
 */
public final class MeasurementMismatch {
    /** With more of them, thousands of digests would take too long. */
    private static final int MANY_CPUS = 64;

    private final Measurement measurement;
    private final MeasuredContent launched;
    private final MeasurementContext frame;
    private final Alternatives alternatives;

    /**
     * @param tik still the caller's
     */
    public MeasurementMismatch(
            MeasurementInputs inputs,
            Measurement measurement,
            SecretBytes tik,
            Alternatives alternatives) {
        this.measurement = measurement;
        this.launched = withCpus(inputs.launched(), alternatives);
        this.frame = new MeasurementContext(inputs.api(), inputs.policy(), tik);
        this.alternatives = alternatives;
    }

    /** The guest with CPUs that are measured only if it turns out to be SEV-ES. */
    private static MeasuredContent withCpus(MeasuredContent given, Alternatives alternatives) {
        return given instanceof MeasuredGuest guest && guest.cpus().isEmpty()
                ? new MeasuredGuest(guest.firmware(), guest.kernel(), alternatives.cpus())
                : given;
    }

    /**
     * The mistakes that explain it, in the order in which they are likely; empty if none that is
     * known does.
     */
    public List<Cause> causes(Progress progress) {
        List<Variant<MeasurementContext>> frames = ContextVariants.of(frame, alternatives.tek());
        List<Variant<MeasuredGuest>> guests =
                launched instanceof MeasuredGuest guest
                        ? GuestVariants.of(guest, alternatives)
                        : List.of();
        List<Cause> causes = new ArrayList<>();
        for (Variant<MeasuredGuest> guest : guests) {
            progress.at("Looking for the mistake", -1);
            matching(guest.value(), List.of(new Variant<>(guest.cause(), frame)))
                    .forEach(causes::add);
        }
        matching(launched, frames).forEach(causes::add);
        if (causes.isEmpty()) {
            causes.addAll(pair(guests, frames, progress));
        }
        if (causes.isEmpty()) {
            causes.addAll(guestPair(guests, progress));
        }
        if (causes.isEmpty()) {
            progress.at("Trying every version", -1);
            ContextVariants.anyVersion(frame, measurement, launched.digest(frame.policy()))
                    .ifPresent(causes::add);
        }
        return causes;
    }

    /** Two mistakes in what the guest starts with, such as model and number of its CPUs. */
    private List<Cause> guestPair(List<Variant<MeasuredGuest>> guests, Progress progress) {
        var kernelAlone =
                new Alternatives(
                        Optional.empty(),
                        alternatives.kernel(),
                        Optional.empty(),
                        List.of(),
                        alternatives.initrds());
        for (Variant<MeasuredGuest> first : guests) {
            progress.at("Looking for two mistakes in the guest", -1);
            if (!isSoonHashed(first.value())) {
                continue;
            }
            for (Variant<MeasuredGuest> second : GuestVariants.of(first.value(), kernelAlone)) {
                if (second.value().suffices(frame.policy())
                        && frame.fits(measurement, second.value().digest(frame.policy()))) {
                    return List.of(first.cause(), second.cause());
                }
            }
        }
        return List.of();
    }

    private static boolean isSoonHashed(MeasuredGuest guest) {
        return guest.cpus().map(StartState::cpus).orElse(0) <= MANY_CPUS;
    }

    private List<Cause> pair(
            List<Variant<MeasuredGuest>> guests,
            List<Variant<MeasurementContext>> frames,
            Progress progress) {
        for (Variant<MeasuredGuest> guest : guests) {
            progress.at("Looking for two mistakes", -1);
            List<Cause> second = matching(guest.value(), frames).limit(1).toList();
            if (!second.isEmpty()) {
                return List.of(guest.cause(), second.get(0));
            }
        }
        return List.of();
    }

    /** The causes of those frames with which a guest has the measurement. */
    private Stream<Cause> matching(
            MeasuredContent guest, List<Variant<MeasurementContext>> frames) {
        var digests = new DigestByState(guest);
        return frames.stream()
                .filter(variant -> guest.suffices(variant.value().policy()))
                .filter(
                        variant ->
                                variant.value()
                                        .fits(measurement, digests.of(variant.value().policy())))
                .map(Variant::cause);
    }
}
