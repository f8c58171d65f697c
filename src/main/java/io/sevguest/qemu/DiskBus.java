package io.sevguest.qemu;

import io.sevguest.domain.Element;

/** The bus a disk is on in the command. */
final class DiskBus {
    private DiskBus() {}

    /** The bus in the XML, but SATA instead of IDE where the machine has no IDE. */
    static String of(Element disk, MachineKind machine) {
        String bus = DiskSource.bus(disk);
        return bus.equals("ide") && machine == MachineKind.Q35 ? "sata" : bus;
    }
}
