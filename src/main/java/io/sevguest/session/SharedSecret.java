package io.sevguest.session;

import io.sevguest.bytes.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import javax.crypto.KeyAgreement;

/** The secret that guest owner and platform share, by Diffie-Hellman on P-384. */
final class SharedSecret {
    /** Bytes of a coordinate on P-384. */
    static final int SIZE = 48;

    private SharedSecret() {}

    /**
     * The x coordinate of the shared point: always 48 bytes, big-endian, leading zeros kept.
     *
     * @param own on P-384
     * @param other on P-384
     */
    static SecretBytes of(PrivateKey own, ECPublicKey other) {
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            SecretBytes shared = SecretBytes.take(agreement.generateSecret());
            if (shared.size() != SIZE) {
                shared.close();
                throw new IllegalArgumentException("the keys are not on P-384");
            }
            return shared;
        } catch (GeneralSecurityException keysDoNotFit) {
            throw new IllegalArgumentException("the keys are not on P-384", keysDoNotFit);
        }
    }
}
