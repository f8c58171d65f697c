package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.ByteWriter;
import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Optional;

/**
 * An SEV certificate (OCA, PEK, PDH, CEK, and a guest owner's GODH), 2084 bytes, numbers
 * little-endian. Every value is kept as it is, including meaningless ones.
 *
 * <pre>
 * 0x000    4 VERSION     1
 * 0x004    1 API_MAJOR   of the firmware that made it; 0 in a GODH
 * 0x005    1 API_MINOR
 * 0x006    2 RESERVED    0
 * 0x008    4 USAGE       what the key is for
 * 0x00c    4 ALGORITHM   of the key
 * 0x010 1028 KEY         {@link EcKey}, or RSA: modulus bits (4), exponent (512), modulus (512)
 * 0x414  520 SIGNATURE1  {@link SignatureSlot} over 0x000 to 0x413
 * 0x61c  520 SIGNATURE2  the same
 * </pre>
 *
 * Source: SEV API (AMD 55766), appendix C.1.
 *
 * @param usage code as in the certificate
 * @param algorithm code as in the certificate
 * @param key 1028 bytes
 */
public record SevCertificate(
        long version,
        int apiMajor,
        int apiMinor,
        int reserved,
        long usage,
        long algorithm,
        Bytes key,
        SignatureSlot signature1,
        SignatureSlot signature2)
        implements AmdCertificate {
    /** The size of every SEV certificate. */
    public static final int SIZE = 0x824;

    /** The number of bytes from the start that the signatures cover. */
    public static final int SIGNED = 0x414;

    /** Bytes of the key area. */
    static final int KEY = 1028;

    private static final int HEADER = 0x10;

    /** An unsigned certificate of version 1 and API 0.0. */
    public static SevCertificate of(KeyUsage usage, KeyAlgorithm algorithm, EcKey key) {
        return new SevCertificate(
                1,
                0,
                0,
                0,
                usage.code(),
                algorithm.code(),
                key.toBytes(),
                SignatureSlot.EMPTY,
                SignatureSlot.EMPTY);
    }

    /**
     * The certificate of a guest owner's Diffie-Hellman key (GODH), unsigned as the sev crate
     * leaves it; the firmware does not look at its signatures.
     *
     * @param key on P-384
     */
    public static SevCertificate ofGuestOwner(ECPublicKey key) {
        return of(KeyUsage.PDH, KeyAlgorithm.ECDH_SHA256, EcKey.of(key));
    }

    /**
     * Reads a certificate without judging its values.
     *
     * @param source what the bytes are, for messages
     * @throws ProblemException if there are not 2084 bytes
     */
    public static SevCertificate parse(String source, Bytes data) throws ProblemException {
        var in = new ByteCursor(source, data);
        var certificate =
                new SevCertificate(
                        in.u32("VERSION"),
                        in.u8("API_MAJOR"),
                        in.u8("API_MINOR"),
                        in.u16("RESERVED"),
                        in.u32("USAGE"),
                        in.u32("ALGORITHM"),
                        in.bytes("KEY", KEY),
                        SignatureSlot.parse(in, "SIGNATURE1"),
                        SignatureSlot.parse(in, "SIGNATURE2"));
        in.end();
        return certificate;
    }

    @Override
    public Bytes toBytes() {
        ByteWriter out =
                new ByteWriter()
                        .u32(version)
                        .u8(apiMajor)
                        .u8(apiMinor)
                        .u16(reserved)
                        .u32(usage)
                        .u32(algorithm)
                        .bytes(key);
        signature1.write(out);
        signature2.write(out);
        return out.toBytes();
    }

    /**
     * Returns whether the first 16 bytes are the header of an SEV certificate: a usage that only
     * these have with a known algorithm, whatever the version.
     */
    static boolean beginsAt(Bytes data) {
        if (data.size() < HEADER) {
            return false;
        }
        long usage = u32(data, 8);
        boolean platformUsage = usage > KeyUsage.INVALID.code() && usage <= KeyUsage.CEK.code();
        return platformUsage && KeyAlgorithm.of(u32(data, 12)).isPresent();
    }

    static long u32(Bytes data, int offset) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | data.at(offset + i);
        }
        return value;
    }

    public SevCertificate withApi(int newMajor, int newMinor) {
        return new SevCertificate(
                version,
                newMajor,
                newMinor,
                reserved,
                usage,
                algorithm,
                key,
                signature1,
                signature2);
    }

    public SevCertificate withSignatures(SignatureSlot first, SignatureSlot second) {
        return new SevCertificate(
                version, apiMajor, apiMinor, reserved, usage, algorithm, key, first, second);
    }

    /**
     * The certificate with an ECDSA/SHA-256 signature in its first slot and nothing in the second.
     * sev-tool signs a GODH so with the key's own private half and names {@link KeyUsage#PEK} as
     * the signer.
     *
     * @param signer what the slot says the signing key is for
     * @param signingKey on P-384
     */
    public SevCertificate signedBy(KeyUsage signer, PrivateKey signingKey, SecureRandom random) {
        var how = KeyAlgorithm.ECDSA_SHA256;
        Bytes signature = Ecdsa.sign(signingKey, how, signed(), random);
        return withSignatures(SignatureSlot.ofEcdsa(signer, how, signature), SignatureSlot.EMPTY);
    }

    public boolean isUsage(KeyUsage wanted) {
        return usage == wanted.code();
    }

    /**
     * Returns the reason why the certificate cannot be that of a usage in a platform's chain, by
     * its version, usage and key alone; empty if it can.
     *
     * @return a phrase that begins with the usage, without a period
     */
    public Optional<String> obstacleAs(KeyUsage place) {
        return ChainPlace.obstacle(place, this);
    }

    /** Returns whether the key area holds an RSA key; otherwise it holds an {@link EcKey}. */
    public boolean hasRsaKey() {
        return KeyAlgorithm.of(algorithm).filter(KeyAlgorithm::isRsa).isPresent();
    }

    /** The key area read as an elliptic curve key. */
    public EcKey ecKey() {
        try {
            return EcKey.parse("key", key);
        } catch (ProblemException tooShort) {
            throw new IllegalStateException(tooShort);
        }
    }

    /** The key area read as an RSA key. */
    public RsaKey rsaKey() {
        return RsaKey.parse(key);
    }

    /** The signatures that are there, in their order. */
    public List<SignatureSlot> signatures() {
        return List.of(signature1, signature2).stream().filter(slot -> !slot.isEmpty()).toList();
    }

    /** The slots that a signer of this usage has filled. */
    public List<SignatureSlot> signaturesOf(KeyUsage signer) {
        return signatures().stream().filter(slot -> slot.usage() == signer.code()).toList();
    }

    /**
     * Returns whether a slot that the only signer left empty is not. No signature covers it, so who
     * altered it is not known. A PEK has two signers and no slot to leave empty.
     */
    public boolean hasStraySlot(KeyUsage onlySigner) {
        List<SignatureSlot> signed = signaturesOf(onlySigner);
        return !isUsage(KeyUsage.PEK)
                && List.of(signature1, signature2).stream()
                        .anyMatch(
                                slot ->
                                        !signed.contains(slot)
                                                && !slot.equals(SignatureSlot.EMPTY));
    }

    /** Returns what the signatures that are called an ASK's are worth under its key. */
    public SignatureState signatureOfAsk(RsaKey ask) {
        Bytes signed = signed();
        return SignatureState.worst(
                signaturesOf(KeyUsage.ASK).stream().map(slot -> slot.under(ask, signed)).toList());
    }

    /** Returns what the signatures are worth that are called those of a signer's usage. */
    public SignatureState signatureOf(KeyUsage usageOfSigner, SevCertificate signer) {
        Bytes signed = signed();
        return SignatureState.worst(
                signaturesOf(usageOfSigner).stream()
                        .map(slot -> slot.under(signer, signed))
                        .toList());
    }

    /** The bytes that the signatures cover. */
    Bytes signed() {
        return toBytes().slice(0, SIGNED);
    }
}
