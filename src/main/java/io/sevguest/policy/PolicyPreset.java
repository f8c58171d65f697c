package io.sevguest.policy;

/** A policy that is often wanted, with its name for people. */
public enum PolicyPreset {
    NOTHING_RESTRICTED("Nothing restricted", 0x0),
    QEMU_DEFAULT("QEMU's default", 0x1),
    SEV("SEV", 0x3),
    SEV_ES("SEV-ES", 0x7),
    /** No debugging, no key sharing, SEV-ES, never sent: what can be demanded at once. */
    STRICTEST("Strictest", 0xf);

    private final String title;
    private final SevPolicy policy;

    PolicyPreset(String title, int bits) {
        this.title = title;
        this.policy = new SevPolicy(bits);
    }

    public SevPolicy policy() {
        return policy;
    }

    /** The bits as this preset has them; the minimum API of the given policy stays. */
    public SevPolicy appliedTo(SevPolicy before) {
        return policy.withApi(before.apiMajor(), before.apiMinor());
    }

    @Override
    public String toString() {
        return title + " (" + policy.toQemu() + ")";
    }
}
