package io.sevguest.launch;

import io.sevguest.domain.HostFacts;
import io.sevguest.qemu.Accelerator;

/** The accelerator that the user wants. */
public enum Acceleration {
    /** KVM where it is there, else TCG. */
    AUTO,
    KVM,
    TCG;

    Accelerator on(HostFacts host) {
        return switch (this) {
            case AUTO -> host.kvm().isPresent() ? Accelerator.KVM : Accelerator.TCG;
            case KVM -> Accelerator.KVM;
            case TCG -> Accelerator.TCG;
        };
    }
}
