package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;

/**
 * One of the two signatures of an SEV certificate, 520 bytes.
 *
 * <pre>
 * 0x000   4 USAGE      of the key that signed; 0x1000 where the slot is empty
 * 0x004   4 ALGORITHM  0 where the slot is empty
 * 0x008 512 SIGNATURE  ECDSA: r 72, s 72; RSA: a number of the modulus' size; little-endian; then 0
 * </pre>
 *
 * Source: SEV API (AMD 55766), appendix C.1.
 *
 * @param usage code as in the certificate
 * @param algorithm code as in the certificate
 * @param value 512 bytes
 */
public record SignatureSlot(long usage, long algorithm, Bytes value) {
    /** 520 bytes. */
    public static final int SIZE = 8 + 512;

    public static final int VALUE = 512;

    /** An empty slot. */
    public static final SignatureSlot EMPTY =
            new SignatureSlot(
                    KeyUsage.INVALID.code(), KeyAlgorithm.NONE.code(), Bytes.of(new byte[VALUE]));

    static SignatureSlot parse(ByteCursor in, String name) throws ProblemException {
        return new SignatureSlot(
                in.u32(name + " USAGE"), in.u32(name + " ALGORITHM"), in.bytes(name, VALUE));
    }

    void write(ByteWriter out) {
        out.u32(usage).u32(algorithm).bytes(value);
    }

    /**
     * Returns whether the slot has no signature: usage invalid, or neither algorithm nor signature.
     */
    public boolean isEmpty() {
        return usage == KeyUsage.INVALID.code()
                || (algorithm == KeyAlgorithm.NONE.code() && value.allZero());
    }

    /** A slot with an ECDSA signature. */
    public static SignatureSlot ofEcdsa(KeyUsage signer, KeyAlgorithm algorithm, Bytes rAndS) {
        Bytes rest = Bytes.of(new byte[VALUE - rAndS.size()]);
        return new SignatureSlot(signer.code(), algorithm.code(), rAndS.append(rest));
    }

    /** Returns what the signature is worth under the key of a certificate, whatever its usage. */
    SignatureState under(SevCertificate signer, Bytes signed) {
        if (signer.hasRsaKey()) {
            return under(signer.rsaKey(), signed);
        }
        boolean verifies =
                KeyAlgorithm.of(algorithm)
                        .filter(known -> Ecdsa.verifies(signer.ecKey(), known, signed, value))
                        .isPresent();
        return state(verifies, Ecdsa.SIZE);
    }

    /** Returns what the signature is worth as an RSA signature under a key. */
    SignatureState under(RsaKey signer, Bytes signed) {
        boolean verifies =
                KeyAlgorithm.of(algorithm)
                        .filter(KeyAlgorithm::isRsa)
                        .filter(known -> RsaPss.verifies(signer, known.hash(), signed, value))
                        .isPresent();
        return state(verifies, signer.size());
    }

    private SignatureState state(boolean verifies, int end) {
        if (!verifies) {
            return SignatureState.BAD;
        }
        return value.slice(end, VALUE).allZero() ? SignatureState.GOOD : SignatureState.FOLLOWED;
    }
}
