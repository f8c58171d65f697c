package io.sevguest.certificate.chain;

import io.sevguest.certificate.KeyUsage;
import java.util.Locale;

/** A signature in the chain from AMD's root to a platform's Diffie-Hellman key. */
public enum Link {
    ARK_SELF(KeyUsage.ARK, KeyUsage.ARK),
    ARK_ASK(KeyUsage.ARK, KeyUsage.ASK),
    ASK_CEK(KeyUsage.ASK, KeyUsage.CEK),
    CEK_PEK(KeyUsage.CEK, KeyUsage.PEK),
    OCA_SELF(KeyUsage.OCA, KeyUsage.OCA),
    OCA_PEK(KeyUsage.OCA, KeyUsage.PEK),
    PEK_PDH(KeyUsage.PEK, KeyUsage.PDH);

    private final KeyUsage signer;
    private final KeyUsage signed;

    Link(KeyUsage signer, KeyUsage signed) {
        this.signer = signer;
        this.signed = signed;
    }

    /** Whose key signs. */
    public KeyUsage signer() {
        return signer;
    }

    /** Whose certificate is signed; the signer's own in the links to itself. */
    public KeyUsage signed() {
        return signed;
    }

    /** The name in JSON, such as {@code ark_self}. */
    public String toText() {
        return name().toLowerCase(Locale.ROOT);
    }
}
