package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Optional;

/**
 * The elliptic curve key in the key area of an SEV certificate.
 *
 * <pre>
 * 0x00   4 CURVE  1: P-256, 2: P-384
 * 0x04  72 QX     little-endian
 * 0x4c  72 QY     little-endian
 * 0x94 880        zeros
 * </pre>
 *
 * Source: SEV API (AMD 55766), appendix C.2.
 *
 * @param curve code as in the certificate
 */
public record EcKey(long curve, BigInteger x, BigInteger y, Bytes reserved) {
    /** Bytes of the area before the reserved ones. */
    static final int USED = 0x94;

    private static final int COORDINATE = 72;
    private static final int RESERVED = SevCertificate.KEY - USED;

    /**
     * The area of a P-384 key.
     *
     * @throws IllegalArgumentException if the key is on another curve
     */
    public static EcKey of(ECPublicKey key) {
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        if (!Curve.P384.contains(x, y)) {
            throw new IllegalArgumentException("the key is not on P-384");
        }
        return new EcKey(Curve.P384.code(), x, y, Bytes.of(new byte[RESERVED]));
    }

    static EcKey parse(String source, Bytes area) throws ProblemException {
        var in = new ByteCursor(source, area);
        return new EcKey(
                in.u32("CURVE"),
                number(in.bytes("QX", COORDINATE)),
                number(in.bytes("QY", COORDINATE)),
                in.bytes("RESERVED", area.size() - in.offset()));
    }

    /** X in hex, big-endian, with all digits that a coordinate of a known curve has. */
    public String xToHex() {
        return hex(x);
    }

    /** Y in hex, big-endian, with all digits that a coordinate of a known curve has. */
    public String yToHex() {
        return hex(y);
    }

    private String hex(BigInteger coordinate) {
        int digits = 2 * Curve.of(curve).map(Curve::coordinateSize).orElse(COORDINATE);
        String text = coordinate.toString(16);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** Returns whether the curve is known and the point lies on it. */
    public boolean isOnCurve() {
        return Curve.of(curve).filter(known -> known.contains(x, y)).isPresent();
    }

    /**
     * The key as the JDK computes with it.
     *
     * @throws ProblemException if the curve is unknown or the point does not lie on it
     */
    public ECPublicKey toPublicKey() throws ProblemException {
        Optional<Curve> known = Curve.of(curve);
        if (known.isEmpty() || !isOnCurve()) {
            String name = known.map(Curve::words).orElse("any known curve");
            throw new ProblemException(
                    Problem.of("The public key of the certificate is not a point on " + name + ".")
                            .withFix("Export the certificate again; its key was changed."));
        }
        try {
            var spec = new ECPublicKeySpec(new ECPoint(x, y), known.get().parameters());
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Returns whether an ECDSA signature over some bytes is this key's; false too if the point is
     * not on its curve.
     *
     * @param signature R and S, 72 bytes each, little-endian
     */
    public boolean verifies(KeyAlgorithm algorithm, Bytes signed, Bytes signature) {
        return Ecdsa.verifies(this, algorithm, signed, signature);
    }

    /** The 1028 bytes of a certificate's key area. */
    Bytes toBytes() {
        return new ByteWriter()
                .u32(curve)
                .bytes(littleEndian(x, COORDINATE))
                .bytes(littleEndian(y, COORDINATE))
                .bytes(reserved)
                .toBytes();
    }

    /** A number of so many bytes, least byte first. */
    public static Bytes littleEndian(BigInteger number, int size) {
        byte[] digits = number.toByteArray();
        byte[] out = new byte[size];
        for (int i = 0; i < digits.length; i++) {
            byte digit = digits[digits.length - 1 - i];
            if (i < size) {
                out[i] = digit;
            } else if (digit != 0) {
                throw new IllegalArgumentException("the number needs more than " + size + " bytes");
            }
        }
        return Bytes.of(out);
    }

    /** The value of a little-endian number. */
    static BigInteger number(Bytes littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    static byte[] reversed(Bytes bytes) {
        byte[] turned = new byte[bytes.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (byte) bytes.at(turned.length - 1 - i);
        }
        return turned;
    }
}
