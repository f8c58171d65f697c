package io.sevguest.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.certificate.SevCertificate;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;

/** The platform's side of a session: decrypts it with the private key of the PDH. */
final class SamplePlatform {
    private final PlatformKey pdh;
    private final PrivateKey key;

    /**
     * Creates a platform.
     *
     * @param scalar the private key, a big-endian number
     */
    SamplePlatform(SevCertificate pdh, Bytes scalar)
            throws ProblemException, GeneralSecurityException {
        this.pdh = PlatformKey.of("PDH", pdh);
        this.key =
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new ECPrivateKeySpec(
                                        new BigInteger(1, scalar.toArray()),
                                        this.pdh.key().getParams()));
    }

    PlatformKey pdh() {
        return pdh;
    }

    SecretBytes shared(SevCertificate godh) throws ProblemException {
        ECPublicKey owner = godh.ecKey().toPublicKey();
        return SharedSecret.of(key, owner);
    }

    /** Returns whether both MACs are correct, as the firmware checks at LAUNCH_START. */
    boolean accepts(SevCertificate godh, LaunchSession blob, SevPolicy policy)
            throws ProblemException {
        SecretBytes shared = shared(godh);
        SecretBytes master = KeyDerivation.masterSecret(shared, blob.nonce());
        return HmacSha256.fits(
                        KeyDerivation.integrityKey(master), blob.wrappedKeys(), blob.wrapMac())
                && PolicyMac.fits(blob, policy, open(shared, blob).tik());
    }

    TransportKeys open(SevCertificate godh, LaunchSession blob) throws ProblemException {
        return open(shared(godh), blob);
    }

    private static TransportKeys open(SecretBytes shared, LaunchSession blob)
            throws ProblemException {
        SecretBytes master = KeyDerivation.masterSecret(shared, blob.nonce());
        SecretBytes both =
                AesCtr.decrypt(KeyDerivation.encryptionKey(master), blob.iv(), blob.wrappedKeys());
        return TransportKeys.parse("session", both);
    }

    static String hex(SecretBytes secret) {
        assertThat(secret.isWiped()).isFalse();
        return secret.use(values -> Bytes.of(values).toHex());
    }
}
