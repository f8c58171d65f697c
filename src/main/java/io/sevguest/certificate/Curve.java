package io.sevguest.certificate;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;

/** An elliptic curve that a certificate may name. Source: SEV API (AMD 55766), appendix C.2. */
public enum Curve {
    P256(1, "P-256", "secp256r1", 32),
    P384(2, "P-384", "secp384r1", 48);

    private final long code;
    private final String words;
    private final String jdkName;
    private final int coordinateSize;

    Curve(long code, String words, String jdkName, int coordinateSize) {
        this.code = code;
        this.words = words;
        this.jdkName = jdkName;
        this.coordinateSize = coordinateSize;
    }

    public long code() {
        return code;
    }

    /** The name as NIST writes it. */
    public String words() {
        return words;
    }

    /** Bytes of a coordinate or of a number modulo the order. */
    int coordinateSize() {
        return coordinateSize;
    }

    /** The curve of a code; empty if the code means nothing. */
    public static Optional<Curve> of(long code) {
        for (Curve curve : values()) {
            if (curve.code == code) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    /** A code as its name, else as {@code unknown (0x…)}. */
    public static String text(long code) {
        return of(code).map(Curve::words).orElse("unknown (0x%x)".formatted(code));
    }

    public ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jdkName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    boolean contains(BigInteger x, BigInteger y) {
        var curve = parameters().getCurve();
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return y.pow(2).subtract(right).mod(prime).signum() == 0;
    }
}
