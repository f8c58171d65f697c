package io.sevguest.certificate.chain;

import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.RsaKey;
import java.util.Optional;

/**
 * A root key (ARK) that chains may lead to.
 *
 * @param name of the processor generation in lower case, or {@code own}
 * @param words what users read, such as {@code AMD Naples}
 * @param ark the public key; it alone makes a certificate this root's
 * @param arkKeyId 16 bytes as certificates name it; it proves nothing
 * @param ask the signing key that the root has signed, where it is known
 */
public record Root(String name, String words, RsaKey ark, Bytes arkKeyId, Optional<RsaKey> ask) {
    /** The name of a root that the user, not AMD, answers for. */
    public static final String OWN = "own";

    /** Returns whether it is not AMD's, but one that the user chose to trust. */
    public boolean isOwn() {
        return name.equals(OWN);
    }

    /** Returns whether a key is this root's: its modulus by SHA-256, its exponent by value. */
    boolean hasKey(RsaKey key) {
        return key.modulusSha256().equals(ark.modulusSha256())
                && key.exponent().equals(ark.exponent());
    }
}
