package io.sevguest.certificate;

import io.sevguest.bytes.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * Whether a certificate is signed with the key that it carries, as roots, owner CAs and the
 * certificates of sev-tool's guest owners are.
 */
public final class OwnSignature {
    private static final int NUMBER = 72;
    private static final int RSA_NUMBER = 512;

    private OwnSignature() {}

    /** Whether one of the signatures verifies under the certificate's own key. */
    public static boolean isOn(SevCertificate certificate) {
        if (!certificate.hasRsaKey() && !certificate.ecKey().isOnCurve()) {
            return false;
        }
        for (SignatureSlot slot : certificate.signatures()) {
            if (verifies(certificate, slot)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the signature verifies under the certificate's own key. */
    public static boolean isOn(CaCertificate certificate) {
        if (certificate.signature().isEmpty()) {
            return false;
        }
        String hash = certificate.modulus().size() == 512 ? "SHA-384" : "SHA-256";
        return verifiesRsa(
                EcKey.number(certificate.modulus()),
                EcKey.number(certificate.exponent()),
                hash,
                certificate.signed(),
                EcKey.reversed(certificate.signature()));
    }

    private static boolean verifies(SevCertificate certificate, SignatureSlot slot) {
        var algorithm = KeyAlgorithm.of(slot.algorithm());
        if (algorithm.isEmpty()) {
            return false;
        }
        if (certificate.hasRsaKey()) {
            return algorithm.get().isRsa() && verifiesRsa(certificate, slot, algorithm.get());
        }
        return algorithm.get().isEcdsa() && verifiesEcdsa(certificate, slot, algorithm.get());
    }

    private static boolean verifiesEcdsa(
            SevCertificate certificate, SignatureSlot slot, KeyAlgorithm algorithm) {
        EcKey key = certificate.ecKey();
        Curve curve = Curve.of(key.curve()).orElseThrow();
        BigInteger r = EcKey.number(slot.value().slice(0, NUMBER));
        BigInteger s = EcKey.number(slot.value().slice(NUMBER, 2 * NUMBER));
        int size = curve.coordinateSize();
        if (r.bitLength() > 8 * size || s.bitLength() > 8 * size) {
            return false;
        }
        byte[] signature = new byte[2 * size];
        put(r, signature, size);
        put(s, signature, 2 * size);
        try {
            PublicKey publicKey =
                    KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new ECPublicKeySpec(
                                            new ECPoint(key.x(), key.y()), curve.parameters()));
            var verifier =
                    Signature.getInstance(
                            algorithm.hash().replace("-", "") + "withECDSAinP1363Format");
            return verify(verifier, publicKey, certificate.signed(), signature);
        } catch (GeneralSecurityException unusableKeyOrSignature) {
            return false;
        }
    }

    /** Writes a number big-endian so that it ends before an index. */
    private static void put(BigInteger number, byte[] target, int end) {
        byte[] digits = number.toByteArray();
        int start = digits[0] == 0 ? 1 : 0;
        System.arraycopy(digits, start, target, end - digits.length + start, digits.length - start);
    }

    private static boolean verifiesRsa(
            SevCertificate certificate, SignatureSlot slot, KeyAlgorithm algorithm) {
        Bytes key = certificate.key();
        int size = (int) Math.min(RSA_NUMBER, SevCertificate.u32(key, 0) / 8);
        return verifiesRsa(
                EcKey.number(key.slice(4 + RSA_NUMBER, 4 + 2 * RSA_NUMBER)),
                EcKey.number(key.slice(4, 4 + RSA_NUMBER)),
                algorithm.hash(),
                certificate.signed(),
                EcKey.reversed(slot.value().slice(0, size)));
    }

    private static boolean verifiesRsa(
            BigInteger modulus, BigInteger exponent, String hash, Bytes signed, byte[] signature) {
        try {
            PublicKey key =
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(modulus, exponent));
            var verifier = Signature.getInstance("RSASSA-PSS");
            int salt = "SHA-384".equals(hash) ? 48 : 32;
            verifier.setParameter(
                    new PSSParameterSpec(
                            hash,
                            "MGF1",
                            new MGF1ParameterSpec(hash),
                            salt,
                            PSSParameterSpec.TRAILER_FIELD_BC));
            return verify(verifier, key, signed, signature);
        } catch (GeneralSecurityException unusableKeyOrSignature) {
            return false;
        }
    }

    private static boolean verify(Signature verifier, PublicKey key, Bytes signed, byte[] signature)
            throws GeneralSecurityException {
        verifier.initVerify(key);
        verifier.update(signed.toArray());
        return verifier.verify(signature);
    }
}
