package io.sevguest.certificate;

import io.sevguest.bytes.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * RSA-PSS signatures as AMD's layouts hold them: one number of the modulus' size, little-endian;
 * mask and salt are of the same hash.
 */
final class RsaPss {
    private RsaPss() {}

    /**
     * Returns whether a signature over some bytes is that of a key.
     *
     * @param hash {@code SHA-256} or {@code SHA-384}
     * @param signature at least as many bytes as the modulus; further bytes are ignored
     */
    static boolean verifies(RsaKey key, String hash, Bytes signed, Bytes signature) {
        if (!key.isUsable() || signature.size() < key.size()) {
            return false;
        }
        try {
            var spec = new RSAPublicKeySpec(key.modulus(), key.exponent());
            var verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(parameters(hash));
            verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
            verifier.update(signed.toArray());
            return verifier.verify(EcKey.reversed(signature.slice(0, key.size())));
        } catch (GeneralSecurityException unusableKeyOrSignature) {
            return false;
        }
    }

    private static PSSParameterSpec parameters(String hash) {
        return new PSSParameterSpec(
                hash,
                "MGF1",
                new MGF1ParameterSpec(hash),
                "SHA-384".equals(hash) ? 48 : 32,
                PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
