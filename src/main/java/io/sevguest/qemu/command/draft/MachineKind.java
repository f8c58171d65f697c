package io.sevguest.qemu.command.draft;

/** The families of x86 machines, as far as they decide where devices go. */
public enum MachineKind {
    Q35("pcie.0"),
    I440FX("pci.0"),
    /** microvm, isapc, none and whatever comes. */
    OTHER("pci.0");

    private final String rootBus;

    MachineKind(String rootBus) {
        this.rootBus = rootBus;
    }

    /** The family of a machine type; libvirt's default, {@code pc}, where none is written. */
    static MachineKind of(String type) {
        if (type.equals("q35") || type.startsWith("pc-q35")) {
            return Q35;
        }
        return type.isEmpty()
                        || type.equals("pc")
                        || type.startsWith("pc-")
                        || type.startsWith("rhel")
                ? I440FX
                : OTHER;
    }

    /** QEMU's name of the first PCI bus. */
    String rootBus() {
        return rootBus;
    }
}
