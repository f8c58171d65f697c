package io.sevguest.certificate;

import java.util.Optional;

/**
 * The algorithm of a key or a signature of a certificate. Source: SEV API (AMD 55766), appendix
 * C.1.
 */
public enum KeyAlgorithm {
    NONE(0x0),
    RSA_SHA256(0x1),
    ECDSA_SHA256(0x2),
    ECDH_SHA256(0x3),
    RSA_SHA384(0x101),
    ECDSA_SHA384(0x102),
    ECDH_SHA384(0x103);

    private final long code;

    KeyAlgorithm(long code) {
        this.code = code;
    }

    public long code() {
        return code;
    }

    public boolean isRsa() {
        return this == RSA_SHA256 || this == RSA_SHA384;
    }

    public boolean isEcdsa() {
        return this == ECDSA_SHA256 || this == ECDSA_SHA384;
    }

    public boolean isEcdh() {
        return this == ECDH_SHA256 || this == ECDH_SHA384;
    }

    /** The hash by its JDK name. */
    String hash() {
        return code >= RSA_SHA384.code ? "SHA-384" : "SHA-256";
    }

    /** The algorithm of a code; empty if the code means nothing. */
    public static Optional<KeyAlgorithm> of(long code) {
        for (KeyAlgorithm algorithm : values()) {
            if (algorithm.code == code) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** A code as its name, else as {@code unknown (0x…)}. */
    public static String text(long code) {
        return of(code).map(Enum::name).orElse("unknown (0x%x)".formatted(code));
    }
}
