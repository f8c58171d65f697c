package io.sevguest.qemu.command.draft;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.device.DiskBus;
import io.sevguest.domain.xml.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk, CD-ROM or floppy drive of the domain, as the command sees it.
 *
 * @param position in the document, from 1
 * @param bus in the command, which need not be the one in the XML
 */
public record Drive(
        Element element, int position, DriveSource source, String bus, DriveAddress address) {
    /** The drives in the order of the document. */
    static List<Drive> all(DomainXml domain, MachineKind machine) {
        List<Element> disks = domain.all("devices/disk");
        List<Drive> drives = new ArrayList<>(disks.size());
        for (Element disk : disks) {
            String bus = bus(disk, machine);
            DriveAddress address = DriveAddress.of(disk, bus);
            drives.add(
                    new Drive(
                            disk,
                            drives.size() + 1,
                            DriveSource.of(disk),
                            bus,
                            bus.equals(DiskBus.of(disk)) ? address : address.onSata()));
        }
        return drives;
    }

    /** The bus in the XML, but SATA instead of IDE where the machine has no IDE. */
    private static String bus(Element disk, MachineKind machine) {
        String bus = DiskBus.of(disk);
        return bus.equals("ide") && machine == MachineKind.Q35 ? "sata" : bus;
    }

    /** The name by which the guest's devices know it, such as {@code vda}; may be empty. */
    public String target() {
        return element.child("target").map(it -> it.attribute("dev")).orElse("");
    }

    /** Returns whether the guest may write to it. */
    public boolean isWritable() {
        return !DriveSource.isReadOnly(element);
    }
}
