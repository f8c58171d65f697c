package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.math.BigInteger;

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
 * @param curve code as it stands there
 */
public record EcKey(long curve, BigInteger x, BigInteger y, Bytes reserved) {
    private static final int COORDINATE = 72;

    static EcKey parse(String source, Bytes area) throws ProblemException {
        var in = new ByteCursor(source, area);
        return new EcKey(
                in.u32("CURVE"),
                number(in.bytes("QX", COORDINATE)),
                number(in.bytes("QY", COORDINATE)),
                in.bytes("RESERVED", area.size() - in.offset()));
    }

    /** Whether the curve is known and the point lies on it. */
    public boolean isOnCurve() {
        return Curve.of(curve).filter(known -> known.contains(x, y)).isPresent();
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
