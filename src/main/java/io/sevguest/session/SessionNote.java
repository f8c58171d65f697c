package io.sevguest.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.policy.SevPolicy;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of a session that was made, without any of its secrets.
 *
 * @param name the common start of its files' names
 * @param host a word of the user's for the platform
 * @param pdh the SHA-256 of the platform's certificate, 32 bytes
 * @param root the name of the root to which the platform's chain led, as {@code verify} prints it;
 *     empty if the chain was not verified
 * @param godh the SHA-256 of the guest owner's certificate, 32 bytes
 * @param blob the SHA-256 of the session blob, 32 bytes
 */
public record SessionNote(
        String name,
        String host,
        Instant time,
        SevPolicy policy,
        Bytes pdh,
        Optional<String> root,
        Bytes godh,
        Bytes blob) {
    /** The note of a session that was just made. */
    public static SessionNote of(
            String name, String host, SealedSession session, Optional<String> root) {
        return new SessionNote(
                name,
                host,
                session.time(),
                session.policy(),
                session.platform().fingerprint(),
                root,
                session.godh().toBytes().sha256(),
                session.blob().toBytes().sha256());
    }
}
