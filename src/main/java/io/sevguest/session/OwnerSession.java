package io.sevguest.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.KeyUsage;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Makes sessions as a guest owner: each with a fresh P-384 key, nonce, IV, TEK and TIK. Usable by
 * several threads if its random generator is.
 */
public final class OwnerSession {
    private static final int NONCE = 16;
    private static final int IV = 16;

    private final SecureRandom random;
    private final Clock clock;

    /**
     * @param random all keys, nonces and IVs come from it
     */
    public OwnerSession(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** Makes a session; the caller closes it, which wipes its keys. */
    public SealedSession make(PlatformKey platform, SevPolicy policy, GodhSignature signature) {
        KeyPair own = keyPair();
        Bytes nonce = randomBytes(NONCE);
        Bytes iv = randomBytes(IV);
        TransportKeys keys = TransportKeys.generate(random);
        try (SecretBytes shared = SharedSecret.of(own.getPrivate(), platform.key())) {
            return new SealedSession(
                    platform,
                    policy,
                    certificate(own, signature),
                    LaunchSession.wrap(shared, nonce, iv, keys, policy),
                    keys,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private SevCertificate certificate(KeyPair own, GodhSignature signature) {
        SevCertificate unsigned = SevCertificate.ofGuestOwner((ECPublicKey) own.getPublic());
        return signature == GodhSignature.OWN_KEY
                ? unsigned.signedBy(KeyUsage.PEK, own.getPrivate(), random)
                : unsigned;
    }

    private Bytes randomBytes(int size) {
        byte[] values = new byte[size];
        random.nextBytes(values);
        return Bytes.of(values);
    }

    private KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
