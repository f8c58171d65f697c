package io.sevguest.certificate;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Random;

/**
 * An RSA key derived from a seed, the same each time. Its signatures are deterministic too, because
 * the salt is fixed.
 */
final class SampleRsaKey {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final BigInteger modulus;
    private final BigInteger privateExponent;
    private final int bits;

    SampleRsaKey(int bits, long seed) {
        this.bits = bits;
        var random = new Random(seed);
        BigInteger p = prime(bits / 2, random);
        BigInteger q = prime(bits / 2, random);
        modulus = p.multiply(q);
        privateExponent =
                EXPONENT.modInverse(
                        p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE)));
    }

    /** Returns a prime with its two highest bits set, so that a product has all its bits. */
    private static BigInteger prime(int bits, Random random) {
        BigInteger prime = BigInteger.probablePrime(bits, random);
        while (!prime.testBit(bits - 2)) {
            prime = BigInteger.probablePrime(bits, random);
        }
        return prime;
    }

    int bits() {
        return bits;
    }

    Bytes exponent() {
        return SampleEcKey.littleEndian(EXPONENT, bits / 8);
    }

    Bytes modulus() {
        return SampleEcKey.littleEndian(modulus, bits / 8);
    }

    /** Returns the key area of an SEV certificate. */
    Bytes area() {
        return new ByteWriter()
                .u32(bits)
                .bytes(SampleEcKey.littleEndian(EXPONENT, 512))
                .bytes(SampleEcKey.littleEndian(modulus, 512))
                .toBytes();
    }

    /** Returns the algorithm: SHA-384 for 4096 bits, otherwise SHA-256. */
    KeyAlgorithm algorithm() {
        return bits == 4096 ? KeyAlgorithm.RSA_SHA384 : KeyAlgorithm.RSA_SHA256;
    }

    /** Returns an RSA-PSS signature by the {@link #algorithm}, little-endian. */
    Bytes sign(Bytes message) {
        PSSParameterSpec parameters =
                bits == 4096
                        ? new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1)
                        : new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
        try {
            var signer = Signature.getInstance("RSASSA-PSS");
            signer.setParameter(parameters);
            signer.initSign(
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new RSAPrivateKeySpec(modulus, privateExponent)),
                    new FixedRandom());
            signer.update(message.toArray());
            return Bytes.of(EcKey.reversed(Bytes.of(signer.sign())));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A random source that always returns the same bytes. */
    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            new Random(bytes.length).nextBytes(bytes);
        }
    }
}
