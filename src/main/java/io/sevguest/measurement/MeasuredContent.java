package io.sevguest.measurement;

import io.sevguest.bytes.Bytes;
import io.sevguest.policy.SevPolicy;

/** The content that a guest starts with: its parts, or only their digest. */
public sealed interface MeasuredContent permits MeasuredGuest, KnownDigest {
    /** Returns whether this suffices to compute the digest of a guest with a policy. */
    boolean suffices(SevPolicy policy);

    /**
     * The launch digest, 32 bytes.
     *
     * @throws IllegalStateException if this does not {@link #suffices suffice}
     */
    Bytes digest(SevPolicy policy);
}
