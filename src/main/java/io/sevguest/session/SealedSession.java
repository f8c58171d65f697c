package io.sevguest.session;

import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import java.time.Instant;

/**
 * A session that was just made, and its keys. Closing wipes the keys; all else is public.
 *
 * @param platform for which it was made
 * @param godh the guest owner's certificate
 * @param blob what the firmware gets beside it
 * @param time when it was made, in whole seconds
 */
public record SealedSession(
        PlatformKey platform,
        SevPolicy policy,
        SevCertificate godh,
        LaunchSession blob,
        TransportKeys keys,
        Instant time)
        implements AutoCloseable {
    @Override
    public void close() {
        keys.close();
    }
}
