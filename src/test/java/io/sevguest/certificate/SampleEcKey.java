package io.sevguest.certificate;

import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;

/**
 * A P-384 key derived from a word, the same each time. Its signatures are deterministic too,
 * because k is derived from key and message. It uses plain arithmetic, to be independent of the
 * code that verifies.
 */
public final class SampleEcKey {
    private static final ECParameterSpec PARAMETERS = Curve.P384.parameters();
    private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
    private static final BigInteger ORDER = PARAMETERS.getOrder();

    private final BigInteger scalar;
    private final ECPoint point;

    public SampleEcKey(String word) {
        scalar =
                new BigInteger(1, hash("SHA-512", word.getBytes(StandardCharsets.UTF_8)))
                        .mod(ORDER);
        point = times(scalar, PARAMETERS.getGenerator());
    }

    /** Returns the x coordinate of a shared secret, 48 bytes, big-endian. */
    public Bytes sharedSecret(SampleEcKey other) {
        return bigEndian(times(scalar, other.point).getAffineX(), 48);
    }

    /** Returns the key area of a certificate. */
    Bytes area() {
        return new ByteWriter()
                .u32(Curve.P384.code())
                .bytes(littleEndian(point.getAffineX(), 72))
                .bytes(littleEndian(point.getAffineY(), 72))
                .bytes(Bytes.of(new byte[880]))
                .toBytes();
    }

    /** Returns an ECDSA signature with SHA-256, as a slot of 512 bytes. */
    Bytes sign(Bytes message) {
        BigInteger digest = new BigInteger(1, message.sha256().toArray());
        BigInteger k =
                new BigInteger(1, hash("SHA-512", message.append(bigEndian(scalar, 48)).toArray()))
                        .mod(ORDER);
        BigInteger r = times(k, PARAMETERS.getGenerator()).getAffineX().mod(ORDER);
        BigInteger s = k.modInverse(ORDER).multiply(digest.add(r.multiply(scalar))).mod(ORDER);
        return new ByteWriter()
                .bytes(littleEndian(r, 72))
                .bytes(littleEndian(s, 72))
                .bytes(Bytes.of(new byte[512 - 144]))
                .toBytes();
    }

    static Bytes littleEndian(BigInteger number, int size) {
        return Bytes.of(EcKey.reversed(bigEndian(number, size)));
    }

    static Bytes bigEndian(BigInteger number, int size) {
        byte[] padded = new byte[size];
        byte[] digits = number.toByteArray();
        int skip = Math.max(0, digits.length - size);
        System.arraycopy(digits, skip, padded, size - digits.length + skip, digits.length - skip);
        return Bytes.of(padded);
    }

    static byte[] hash(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static ECPoint times(BigInteger factor, ECPoint point) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum);
            if (factor.testBit(bit)) {
                sum = plus(sum, point);
            }
        }
        return sum;
    }

    private static ECPoint plus(ECPoint a, ECPoint b) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        if (b.equals(ECPoint.POINT_INFINITY)) {
            return a;
        }
        BigInteger rise;
        BigInteger run;
        if (a.equals(b)) {
            rise =
                    a.getAffineX()
                            .pow(2)
                            .multiply(BigInteger.valueOf(3))
                            .add(PARAMETERS.getCurve().getA());
            run = a.getAffineY().shiftLeft(1);
        } else {
            rise = b.getAffineY().subtract(a.getAffineY());
            run = b.getAffineX().subtract(a.getAffineX());
        }
        BigInteger slope = rise.multiply(run.modInverse(PRIME)).mod(PRIME);
        BigInteger x = slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(PRIME);
        BigInteger y =
                slope.multiply(a.getAffineX().subtract(x)).subtract(a.getAffineY()).mod(PRIME);
        return new ECPoint(x, y);
    }
}
