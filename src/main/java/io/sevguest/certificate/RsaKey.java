package io.sevguest.certificate;

import io.sevguest.bytes.Bytes;
import java.math.BigInteger;

/**
 * An RSA public key.
 *
 * @param bits size that the certificate announces
 */
public record RsaKey(long bits, BigInteger exponent, BigInteger modulus) {
    private static final int SMALLEST = 2048;
    private static final int LARGEST = 4096;
    private static final int NUMBER = LARGEST / 8;

    /**
     * Reads the key area of an SEV certificate.
     *
     * <pre>
     * 0x000   4 MODULUS_BITS  little-endian
     * 0x004 512 EXPONENT      little-endian
     * 0x204 512 MODULUS       little-endian
     * </pre>
     */
    static RsaKey parse(Bytes area) {
        return new RsaKey(
                SevCertificate.u32(area, 0),
                EcKey.number(area.slice(4, 4 + NUMBER)),
                EcKey.number(area.slice(4 + NUMBER, 4 + 2 * NUMBER)));
    }

    /** Bytes of the modulus and of a signature. */
    public int size() {
        return (modulus.bitLength() + 7) / 8;
    }

    /**
     * Returns whether signatures under the key mean anything: 2048 to 4096 bits, as many as
     * announced, and an odd exponent from 3. (With exponent 1 anybody could sign.)
     */
    public boolean isUsable() {
        return modulus.bitLength() == bits
                && bits >= SMALLEST
                && bits <= LARGEST
                && modulus.testBit(0)
                && hasUsableExponent();
    }

    boolean hasUsableExponent() {
        return exponent.testBit(0)
                && exponent.compareTo(BigInteger.TWO) > 0
                && exponent.compareTo(modulus) < 0;
    }

    /**
     * The SHA-256 by which the key is known: of the modulus alone, big-endian, without leading
     * zeros. It says nothing of the exponent.
     */
    public Bytes modulusSha256() {
        return Bytes.of(EcKey.reversed(EcKey.littleEndian(modulus, size()))).sha256();
    }
}
