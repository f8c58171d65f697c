package io.sevguest.qemu;

import java.util.Locale;

/** The executor of the guest's instructions: the processor itself, or QEMU's translator. */
public enum Accelerator {
    KVM,
    TCG;

    /** QEMU's word. */
    public String toText() {
        return name().toLowerCase(Locale.ROOT);
    }
}
