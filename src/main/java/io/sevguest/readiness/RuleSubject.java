package io.sevguest.readiness;

/** The subject of a rule. */
public enum RuleSubject {
    /** The text itself, and the parts without which libvirt does not define the guest. */
    DEFINITION(false),
    /** The launch security and its policy. */
    POLICY(true),
    /** Certificate, session and whether they belong to the guest. */
    ATTESTATION(true),
    /** The devices, memory and firmware, as passed to QEMU. */
    COMMAND(false);

    private final boolean encryptedOnly;

    RuleSubject(boolean encryptedOnly) {
        this.encryptedOnly = encryptedOnly;
    }

    /** Returns whether the subject matters only to a guest that is started encrypted. */
    public boolean isEncryptedOnly() {
        return encryptedOnly;
    }
}
