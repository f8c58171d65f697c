package io.sevguest.certificate;

import io.sevguest.bytes.ByteCursor;
import io.sevguest.bytes.Bytes;
import io.sevguest.certificate.chain.PlatformCertificates;
import io.sevguest.certificate.chain.TrustedRoots;
import io.sevguest.problem.ProblemException;
import java.util.List;

/**
 * A generated platform and guest owner, the same each time: certificates as tools write them, with
 * valid signatures.
 */
public final class SampleCertificates {
    private static final Bytes NO_VALUE = Bytes.of(new byte[512]);
    private static final SignatureSlot EMPTY = SignatureSlot.EMPTY;

    private static final SampleRsaKey ARK_KEY = new SampleRsaKey(2048, 1);
    private static final SampleRsaKey ASK_KEY = new SampleRsaKey(2048, 2);
    private static final SampleEcKey CEK_KEY = new SampleEcKey("sample CEK");
    private static final SampleEcKey OCA_KEY = new SampleEcKey("sample OCA");
    private static final SampleEcKey PEK_KEY = new SampleEcKey("sample PEK");
    private static final SampleEcKey PDH_KEY = new SampleEcKey("sample PDH");

    private SampleCertificates() {}

    /** Returns the platform's private Diffie-Hellman key. */
    public static SampleEcKey pdhKey() {
        return PDH_KEY;
    }

    /** Returns the signature of the platform's PEK over some bytes: R and S, 72 bytes each. */
    public static Bytes signedByPek(Bytes message) {
        return PEK_KEY.sign(message).slice(0, 144);
    }

    /** Returns all six certificates; the chain is valid if the {@link #ark} is trusted. */
    public static PlatformCertificates platform() {
        return PlatformCertificates.of(List.of(pdh(), pek(), oca(), cek(), ask(), ark()));
    }

    /** Returns the same platform, owned by an owner with an RSA key. */
    public static PlatformCertificates rsaOwnedPlatform() {
        SevCertificate pek = pek();
        SignatureSlot byOwner = slot(KeyUsage.OCA, new SampleRsaKey(2048, 3), pek);
        SevCertificate owned = signed(pek, byOwner, pek.signature2());
        return PlatformCertificates.of(List.of(pdh(), owned, rsaOca(), cek(), ask(), ark()));
    }

    /** Returns AMD's roots and the root of this platform. */
    public static TrustedRoots trust() {
        try {
            return TrustedRoots.ofAmd().withOwn(ark());
        } catch (ProblemException itIsAnArk) {
            throw new IllegalStateException(itIsAnArk);
        }
    }

    /** Returns the same platform with keys of 4096 bits, as after Naples; takes seconds. */
    public static PlatformCertificates largePlatform() {
        var arkKey = new SampleRsaKey(4096, 4);
        var askKey = new SampleRsaKey(4096, 5);
        return PlatformCertificates.of(
                List.of(
                        pdh(),
                        pek(),
                        oca(),
                        cek(askKey),
                        ca(KeyUsage.ASK, "a5", askKey, arkKey),
                        ca(KeyUsage.ARK, "a1", arkKey, arkKey)));
    }

    public static CaCertificate ark() {
        return ca(KeyUsage.ARK, "a1", ARK_KEY, ARK_KEY);
    }

    public static CaCertificate ask() {
        return ca(KeyUsage.ASK, "a5", ASK_KEY, ARK_KEY);
    }

    /** Returns the CEK certificate, signed by the ASK. */
    public static SevCertificate cek() {
        return cek(ASK_KEY);
    }

    private static SevCertificate cek(SampleRsaKey askKey) {
        SevCertificate unsigned = ec(KeyUsage.CEK, KeyAlgorithm.ECDSA_SHA256, CEK_KEY, 0, 14);
        return signed(unsigned, slot(KeyUsage.ASK, askKey, unsigned), EMPTY);
    }

    /** Returns the OCA certificate, self-signed. */
    public static SevCertificate oca() {
        SevCertificate unsigned = ec(KeyUsage.OCA, KeyAlgorithm.ECDSA_SHA256, OCA_KEY, 1, 55);
        return signed(unsigned, slot(KeyUsage.OCA, OCA_KEY, unsigned), EMPTY);
    }

    /** Returns an OCA certificate with an RSA key, self-signed. */
    public static SevCertificate rsaOca() {
        var key = new SampleRsaKey(2048, 3);
        var unsigned =
                new SevCertificate(
                        1,
                        1,
                        55,
                        0,
                        KeyUsage.OCA.code(),
                        KeyAlgorithm.RSA_SHA256.code(),
                        key.area(),
                        EMPTY,
                        EMPTY);
        return signed(unsigned, slot(KeyUsage.OCA, key, unsigned), EMPTY);
    }

    /** Returns the PEK certificate, signed by OCA and CEK. */
    public static SevCertificate pek() {
        SevCertificate unsigned = ec(KeyUsage.PEK, KeyAlgorithm.ECDSA_SHA256, PEK_KEY, 1, 55);
        return signed(
                unsigned,
                slot(KeyUsage.OCA, OCA_KEY, unsigned),
                slot(KeyUsage.CEK, CEK_KEY, unsigned));
    }

    /** Returns the platform's PDH certificate, signed by the PEK. */
    public static SevCertificate pdh() {
        SevCertificate unsigned = ec(KeyUsage.PDH, KeyAlgorithm.ECDH_SHA256, PDH_KEY, 1, 55);
        return signed(unsigned, slot(KeyUsage.PEK, PEK_KEY, unsigned), EMPTY);
    }

    /**
     * Returns a guest owner's certificate as sev-tool makes it: self-signed, with a PEK as the
     * signer's usage.
     */
    public static SevCertificate godh() {
        return godh(new SampleEcKey("sample GODH"));
    }

    /** Returns a guest owner's certificate for a given key. */
    public static SevCertificate godh(SampleEcKey key) {
        SevCertificate unsigned = ec(KeyUsage.PDH, KeyAlgorithm.ECDH_SHA256, key, 0, 0);
        return signed(unsigned, slot(KeyUsage.PEK, key, unsigned), EMPTY);
    }

    /** Returns a guest owner's certificate as the sev crate makes it: unsigned. */
    public static SevCertificate unsignedGodh() {
        return signed(
                godh(),
                new SignatureSlot(0, KeyAlgorithm.NONE.code(), NO_VALUE),
                new SignatureSlot(0, KeyAlgorithm.NONE.code(), NO_VALUE));
    }

    /** Returns PDH, PEK, OCA and CEK, as {@code sevctl export} writes them. */
    public static Bytes chain() {
        return pdh().toBytes()
                .append(pek().toBytes())
                .append(oca().toBytes())
                .append(cek().toBytes());
    }

    private static CaCertificate ca(
            KeyUsage usage, String idByte, SampleRsaKey key, SampleRsaKey signer) {
        Bytes size = Bytes.of(new byte[key.bits() / 8]);
        var unsigned =
                new CaCertificate(
                        1,
                        Bytes.ofHex(idByte.repeat(16)),
                        Bytes.ofHex("a1".repeat(16)),
                        usage.code(),
                        Bytes.of(new byte[16]),
                        key.bits(),
                        key.bits(),
                        key.exponent(),
                        key.modulus(),
                        size);
        return new CaCertificate(
                unsigned.version(),
                unsigned.keyId(),
                unsigned.certifyingKeyId(),
                unsigned.usage(),
                unsigned.reserved(),
                unsigned.exponentBits(),
                unsigned.modulusBits(),
                unsigned.exponent(),
                unsigned.modulus(),
                signer.sign(unsigned.signed()));
    }

    private static SevCertificate ec(
            KeyUsage usage, KeyAlgorithm algorithm, SampleEcKey key, int apiMajor, int apiMinor) {
        return new SevCertificate(
                1, apiMajor, apiMinor, 0, usage.code(), algorithm.code(), key.area(), EMPTY, EMPTY);
    }

    private static SignatureSlot slot(
            KeyUsage signer, SampleRsaKey key, SevCertificate certificate) {
        Bytes signature = key.sign(certificate.signed());
        return new SignatureSlot(
                signer.code(),
                key.algorithm().code(),
                signature.append(Bytes.of(new byte[512 - signature.size()])));
    }

    private static SignatureSlot slot(
            KeyUsage signer, SampleEcKey key, SevCertificate certificate) {
        return new SignatureSlot(
                signer.code(), KeyAlgorithm.ECDSA_SHA256.code(), key.sign(certificate.signed()));
    }

    private static SevCertificate signed(
            SevCertificate from, SignatureSlot first, SignatureSlot second) {
        return new SevCertificate(
                from.version(),
                from.apiMajor(),
                from.apiMinor(),
                from.reserved(),
                from.usage(),
                from.algorithm(),
                from.key(),
                first,
                second);
    }

    /** Returns a certificate with one byte changed. */
    public static Bytes flipped(Bytes certificate, int offset) {
        byte[] bytes = certificate.toArray();
        bytes[offset] ^= 1;
        return Bytes.of(bytes);
    }

    /** Reads a 32-bit number. */
    static long u32(Bytes data, int offset) throws ProblemException {
        return new ByteCursor("test", data.slice(offset, offset + 4)).u32("number");
    }
}
