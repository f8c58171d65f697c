package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import java.security.SecureRandom;

/** A random source that always returns the same bytes, for known answers. */
public final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] values;

    public FixedRandom(Bytes values) {
        this.values = values.toArray();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (bytes.length != values.length) {
            throw new IllegalArgumentException(bytes.length + " bytes were asked for");
        }
        System.arraycopy(values, 0, bytes, 0, bytes.length);
    }
}
