package io.sevguest.recognition.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.policy.SevPolicy;
import io.sevguest.session.SessionNote;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The knowledge of this machine about one session blob.
 *
 * @param blob the SHA-256 of the blob, 32 bytes
 * @param note what was written down when it was made
 * @param proved the policy whose POLICY_MAC was checked with the TIK
 * @param launched when it was launched last
 * @param keys where its keys are
 */
public record SessionKnowledge(
        Bytes blob,
        Optional<SessionNote> note,
        Optional<SevPolicy> proved,
        Optional<Instant> launched,
        Keys keys) {
    /**
     * The places of its keys.
     *
     * @param tik a readable file
     * @param tek a readable file
     */
    public record Keys(Optional<Path> tik, Optional<Path> tek) {
        /** No key is available. */
        public static final Keys NONE = new Keys(Optional.empty(), Optional.empty());
    }

    /** Nothing is known, of no blob. */
    public static final SessionKnowledge NONE = of(Bytes.of(new byte[0]));

    /** Nothing is known of this blob. */
    public static SessionKnowledge of(Bytes blob) {
        return new SessionKnowledge(
                blob, Optional.empty(), Optional.empty(), Optional.empty(), Keys.NONE);
    }

    /** Returns the policy for which it was made; empty if there is neither a TIK nor a note. */
    public Optional<SevPolicy> policy() {
        return proved.isPresent() ? proved : note.map(SessionNote::policy);
    }
}
