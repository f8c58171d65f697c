package io.sevguest.certificate;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;

/**
 * ECDSA signatures as AMD's layouts hold them.
 *
 * <pre>
 * 0x00 72 R  little-endian
 * 0x48 72 S  little-endian
 * </pre>
 *
 * The hash is SHA-256 or SHA-384, as the algorithm says.
 */
public final class Ecdsa {
    /** Bytes of a signature. */
    public static final int SIZE = 144;

    private static final int NUMBER = 72;

    private Ecdsa() {}

    /**
     * Returns whether a signature over some bytes is that of a key; false too if the key is on no
     * known curve.
     *
     * @param signature at least 144 bytes; further bytes are ignored
     */
    static boolean verifies(EcKey key, KeyAlgorithm algorithm, Bytes signed, Bytes signature) {
        if (!algorithm.isEcdsa() || !key.isOnCurve()) {
            return false;
        }
        int size = Curve.of(key.curve()).orElseThrow().coordinateSize();
        BigInteger r = EcKey.number(signature.slice(0, NUMBER));
        BigInteger s = EcKey.number(signature.slice(NUMBER, SIZE));
        BigInteger order = Curve.of(key.curve()).orElseThrow().parameters().getOrder();
        if (!isInRange(r, order) || !isInRange(s, order)) {
            return false;
        }
        Bytes plain =
                Bytes.of(EcKey.reversed(EcKey.littleEndian(r, size)))
                        .append(Bytes.of(EcKey.reversed(EcKey.littleEndian(s, size))));
        try {
            return verifies(key.toPublicKey(), algorithm, signed, plain);
        } catch (ProblemException pointIsOnItsCurve) {
            throw new IllegalStateException(pointIsOnItsCurve);
        }
    }

    /** From 1 to below the order; not every JDK refuses the others, and 0 would fit any message. */
    private static boolean isInRange(BigInteger number, BigInteger order) {
        return number.signum() > 0 && number.compareTo(order) < 0;
    }

    private static boolean verifies(
            PublicKey key, KeyAlgorithm algorithm, Bytes signed, Bytes signature) {
        try {
            Signature verifier = signature(algorithm);
            verifier.initVerify(key);
            verifier.update(signed.toArray());
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException numbersOutOfRange) {
            return false;
        }
    }

    /**
     * Signs some bytes.
     *
     * @param key on P-384
     * @return 144 bytes
     */
    static Bytes sign(PrivateKey key, KeyAlgorithm algorithm, Bytes signed, SecureRandom random) {
        try {
            Signature signer = signature(algorithm);
            signer.initSign(key, random);
            signer.update(signed.toArray());
            Bytes plain = Bytes.of(signer.sign());
            int size = plain.size() / 2;
            return new ByteWriter()
                    .bytes(number(plain.slice(0, size)))
                    .bytes(number(plain.slice(size, 2 * size)))
                    .toBytes();
        } catch (GeneralSecurityException keyIsOfAnotherKind) {
            throw new IllegalArgumentException("the key cannot sign by ECDSA", keyIsOfAnotherKind);
        }
    }

    private static Bytes number(Bytes bigEndian) {
        return EcKey.littleEndian(new BigInteger(1, bigEndian.toArray()), NUMBER);
    }

    private static Signature signature(KeyAlgorithm algorithm) throws GeneralSecurityException {
        String hash = algorithm.hash().replace("-", "");
        return Signature.getInstance(hash + "withECDSAinP1363Format");
    }
}
