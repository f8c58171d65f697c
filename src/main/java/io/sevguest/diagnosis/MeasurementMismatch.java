package io.sevguest.diagnosis;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.measurement.Launched;
import io.sevguest.measurement.MeasuredGuest;
import io.sevguest.measurement.Measurement;
import io.sevguest.measurement.MeasurementInputs;
import io.sevguest.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for the mistakes that explain why a measurement does not match: each alone, and where none
 * does, a mistake in what the guest starts with together with one in policy, version or key. A
 * cause that is named makes the measurement match; a guest is not accepted for it.
 */
public final class MeasurementMismatch {
    private final Measurement measurement;
    private final Launched launched;
    private final Frame frame;
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
        this.launched = inputs.launched();
        this.frame = new Frame(inputs.api(), inputs.policy(), tik);
        this.alternatives = alternatives;
    }

    /**
     * The mistakes that explain it, in the order in which they are likely; empty if none that is
     * known does.
     */
    public List<Cause> causes(Progress progress) {
        List<Variant<Frame>> frames = FrameVariants.of(frame, alternatives.tek());
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
        return causes.isEmpty() ? pair(guests, frames, progress) : causes;
    }

    private List<Cause> pair(
            List<Variant<MeasuredGuest>> guests, List<Variant<Frame>> frames, Progress progress) {
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
    private Stream<Cause> matching(Launched guest, List<Variant<Frame>> frames) {
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
