package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.policy.SevPolicy;

/**
 * A launch digest that somebody computed before.
 *
 * @param value 32 bytes
 */
public record KnownDigest(Bytes value) implements MeasuredContent {
    public KnownDigest {
        if (value.size() != LaunchDigest.SIZE) {
            throw new IllegalArgumentException("a launch digest has 32 bytes");
        }
    }

    @Override
    public boolean suffices(SevPolicy policy) {
        return true;
    }

    @Override
    public Bytes digest(SevPolicy policy) {
        return value;
    }
}
