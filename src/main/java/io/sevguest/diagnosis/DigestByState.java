package io.sevguest.diagnosis;

import io.sevguest.bytes.Bytes;
import io.sevguest.measurement.MeasuredContent;
import io.sevguest.policy.SevPolicy;
import java.util.HashMap;
import java.util.Map;

/** The digests of one guest, which depend on its policy only in whether it asks for SEV-ES. */
final class DigestByState {
    private final MeasuredContent guest;
    private final Map<Boolean, Bytes> known = new HashMap<>();

    DigestByState(MeasuredContent guest) {
        this.guest = guest;
    }

    Bytes of(SevPolicy policy) {
        return known.computeIfAbsent(policy.has(SevPolicy.Flag.ES), state -> guest.digest(policy));
    }
}
