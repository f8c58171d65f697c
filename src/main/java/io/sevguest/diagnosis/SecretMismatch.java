package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.secret.LaunchSecret;
import io.sevguest.session.TransportKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the mistake that explains why a launch secret is not what its keys and measurement say.
 * A secret is not opened for it.
 *
 * @param keys still the caller's
 * @param measure of the launch, 32 bytes, or none before firmware API 0.17
 */
public record SecretMismatch(LaunchSecret secret, TransportKeys keys, Bytes measure) {
    private static final Bytes NONE = Bytes.of(new byte[0]);

    /** The mistakes that explain it; empty if none that is known does. */
    public List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        var swapped = new TransportKeys(keys.tik(), keys.tek());
        if (secret.isAuthentic(swapped, measure)) {
            causes.add(
                    new Cause(
                            "TIK and TEK are swapped.", "Give the two keys the other way round."));
        }
        if (!measure.isEmpty() && secret.isAuthentic(keys, NONE)) {
            causes.add(
                    new Cause(
                            "The secret is not bound to a launch, as for firmware before API 0.17"
                                    + ".",
                            "Leave the measurement out, if the platform is that old."));
        }
        return causes;
    }
}
