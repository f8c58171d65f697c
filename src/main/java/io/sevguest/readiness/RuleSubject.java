package io.sevguest.readiness;

/** The subject of a rule. */
public enum RuleSubject {
    /** The text itself, and what libvirt needs in order to define the guest. */
    DEFINITION(false),
    /** The launch security and its policy. */
    POLICY(true),
    /** Certificate, session and whether they belong to the guest. */
    ATTESTATION(true),
    /** The devices, memory and firmware, as QEMU is given them. */
    COMMAND(false);

    private final boolean encryptedOnly;

    RuleSubject(boolean encryptedOnly) {
        this.encryptedOnly = encryptedOnly;
    }

    /** Returns whether it matters only to a guest that is started encrypted. */
    public boolean isEncryptedOnly() {
        return encryptedOnly;
    }
}
