package io.sevguest.domain.device;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.NewElement;
import java.util.List;

/** The disks of a domain, and edits of them; disk arguments must be from the same domain. */
public final class Disks {
    private static final String PATH = "devices/disk";

    private Disks() {}

    /** Returns all disks in the order of the text. */
    public static List<Disk> of(DomainXml domain) {
        return domain.all(PATH).stream().map(Disk::of).toList();
    }

    /**
     * Adds a disk after the last one, on virtio, with the format of the path's file name extension.
     */
    public static DomainXml withDisk(DomainXml domain, String path) {
        return domain.withAdded("devices", element(domain, "disk", path, "virtio"));
    }

    /** Adds a cdrom after the last disk, on SATA; an empty path adds it without a medium. */
    public static DomainXml withCdrom(DomainXml domain, String path) {
        String bus =
                domain.attributeAt("os/type", "machine").startsWith("pc-i440fx") ? "ide" : "sata";
        return domain.withAdded(
                "devices", element(domain, "cdrom", path, bus).child(NewElement.of("readonly")));
    }

    private static NewElement element(DomainXml domain, String device, String path, String bus) {
        String type = DiskSource.typeOf(path);
        NewElement disk =
                NewElement.of("disk")
                        .attribute("type", type)
                        .attribute("device", device)
                        .child(
                                NewElement.of("driver")
                                        .attribute("name", "qemu")
                                        .attribute("type", DiskSource.formatOf(path)));
        if (!path.isEmpty()) {
            disk = disk.child(NewElement.of("source").attribute(DiskSource.attribute(type), path));
        }
        return disk.child(
                NewElement.of("target")
                        .attribute("dev", DiskBus.freeTarget(domain, bus))
                        .attribute("bus", bus));
    }

    /** Removes a disk. */
    public static DomainXml without(DomainXml domain, Disk disk) {
        return domain.without(disk.element());
    }

    /** Gives a disk another file or block device; an empty path removes the medium. */
    public static DomainXml withSource(DomainXml domain, Disk disk, String path) {
        if (disk.source().equals(path)) {
            return domain;
        }
        int index = of(domain).indexOf(disk);
        String type = path.isEmpty() ? disk.type() : DiskSource.typeOf(path);
        DomainXml edited =
                withChildAttribute(domain, index, "source", DiskSource.attribute(type), path);
        if (type.equals(disk.type())) {
            return edited;
        }
        edited = withChildAttribute(edited, index, "source", DiskSource.attribute(disk.type()), "");
        return edited.withAttribute(of(edited).get(index).element(), "type", type);
    }

    private static DomainXml withChildAttribute(
            DomainXml domain, int index, String child, String attribute, String value) {
        if (attribute.isEmpty()) {
            return domain;
        }
        Element disk = of(domain).get(index).element();
        if (disk.child(child).isPresent()) {
            return domain.withAttribute(disk.child(child).get(), attribute, value);
        }
        return value.isEmpty()
                ? domain
                : domain.withChild(disk, NewElement.of(child).attribute(attribute, value));
    }
}
