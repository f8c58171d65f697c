package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.util.OptionalInt;

/**
 * An AMD CA certificate (ARK or ASK): 832 bytes with a 2048 bit key, 1600 with a 4096 bit key, or
 * 576, the first without its signature, as AMD first published the Naples ARK. Numbers are
 * little-endian.
 *
 * <pre>
 * 0x00   4 VERSION            1
 * 0x04  16 KEY_ID
 * 0x14  16 CERTIFYING_KEY_ID  of the key that signed
 * 0x24   4 USAGE              0: ARK, 0x13: ASK
 * 0x28  16 RESERVED           0
 * 0x38   4 EXPONENT_BITS      2048 or 4096
 * 0x3c   4 MODULUS_BITS       the same
 * 0x40   n EXPONENT           n: 256 or 512
 *        n MODULUS
 *        n SIGNATURE          RSA-PSS over all before it
 * </pre>
 *
 * Source: SEV API (AMD 55766), appendix B.1.
 *
 * @param usage code as in the certificate
 * @param signature empty in the form of 576 bytes
 */
public record CaCertificate(
        long version,
        Bytes keyId,
        Bytes certifyingKeyId,
        long usage,
        Bytes reserved,
        long exponentBits,
        long modulusBits,
        Bytes exponent,
        Bytes modulus,
        Bytes signature)
        implements AmdCertificate {
    /** A 2048 bit key with its signature. */
    public static final int SMALL = 832;

    /** A 4096 bit key with its signature. */
    public static final int LARGE = 1600;

    /** A 2048 bit key without its signature. */
    public static final int UNSIGNED = 576;

    private static final int LARGE_NUMBER = 512;
    private static final int HEADER = 0x40;
    private static final int USAGE_OFFSET = 0x24;
    private static final int RESERVED_OFFSET = 0x28;
    private static final int BITS_OFFSET = 0x38;

    /** Returns whether a CA certificate can have this size. */
    public static boolean isSize(int size) {
        return size == SMALL || size == LARGE || size == UNSIGNED;
    }

    /**
     * Reads a certificate without judging its values; its size determines that of the key.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if there are not 576, 832 or 1600 bytes
     */
    public static CaCertificate parse(String source, Bytes data) throws ProblemException {
        if (!isSize(data.size())) {
            throw new ProblemException(
                    Problem.of(
                            source
                                    + ": an AMD CA certificate at offset 0x0: expected 576, 832 or"
                                    + " 1600 bytes, found "
                                    + data.size()
                                    + "."));
        }
        int number = data.size() == LARGE ? LARGE_NUMBER : LARGE_NUMBER / 2;
        var in = new ByteCursor(source, data);
        return new CaCertificate(
                in.u32("VERSION"),
                in.bytes("KEY_ID", 16),
                in.bytes("CERTIFYING_KEY_ID", 16),
                in.u32("USAGE"),
                in.bytes("RESERVED", 16),
                in.u32("EXPONENT_BITS"),
                in.u32("MODULUS_BITS"),
                in.bytes("EXPONENT", number),
                in.bytes("MODULUS", number),
                in.bytes("SIGNATURE", data.size() - in.offset()));
    }

    @Override
    public Bytes toBytes() {
        return signedWriter().bytes(signature).toBytes();
    }

    /** The bytes that the signature covers. */
    Bytes signed() {
        return signedWriter().toBytes();
    }

    /** Returns the key, as in the certificate. */
    public RsaKey rsaKey() {
        return new RsaKey(modulusBits, EcKey.number(exponent), EcKey.number(modulus));
    }

    /**
     * Returns whether the signature verifies under a key: RSA-PSS with SHA-256 where it has 256
     * bytes, with SHA-384 where it has 512. False where there is none.
     */
    public boolean isSignedBy(RsaKey signer) {
        String hash = signature.size() == LARGE_NUMBER ? "SHA-384" : "SHA-256";
        return signature.size() == signer.size()
                && RsaPss.verifies(signer, hash, signed(), signature);
    }

    private ByteWriter signedWriter() {
        return new ByteWriter()
                .u32(version)
                .bytes(keyId)
                .bytes(certifyingKeyId)
                .u32(usage)
                .bytes(reserved)
                .u32(exponentBits)
                .u32(modulusBits)
                .bytes(exponent)
                .bytes(modulus);
    }

    /** Returns whether it says that its own key signed it, as a root does. */
    public boolean namesItselfAsSigner() {
        return keyId.equals(certifyingKeyId);
    }

    /** Returns whether both sizes of the header are the size of the key that is there. */
    public boolean sizesFit() {
        return exponentBits == modulusBits && modulusBits == 8L * modulus.size();
    }

    /** The size that the header announces; empty if no CA certificate begins here. */
    static OptionalInt announcedSize(Bytes data) {
        if (data.size() < HEADER || !hasCaHeader(data)) {
            return OptionalInt.empty();
        }
        long bits = SevCertificate.u32(data, BITS_OFFSET);
        if (bits != SevCertificate.u32(data, BITS_OFFSET + 4)) {
            return OptionalInt.empty();
        }
        if (bits == 4096) {
            return OptionalInt.of(LARGE);
        }
        return bits == 2048 ? OptionalInt.of(SMALL) : OptionalInt.empty();
    }

    /** Returns whether version, usage and reserved bytes are those of a CA certificate. */
    public static boolean hasCaHeader(Bytes data) {
        if (data.size() < HEADER) {
            return false;
        }
        long usage = SevCertificate.u32(data, USAGE_OFFSET);
        return SevCertificate.u32(data, 0) == 1
                && (usage == KeyUsage.ARK.code() || usage == KeyUsage.ASK.code())
                && data.slice(RESERVED_OFFSET, BITS_OFFSET).allZero();
    }
}
