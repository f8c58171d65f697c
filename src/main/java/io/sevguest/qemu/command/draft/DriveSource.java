package io.sevguest.qemu.command.draft;

import io.sevguest.domain.device.DiskBus;
import io.sevguest.domain.xml.Element;
import java.util.Optional;
import java.util.Set;

/** The image behind a disk, as far as a local QEMU can open it by itself. */
public sealed interface DriveSource {
    /**
     * A file or a block device.
     *
     * @param place of the path in the XML
     * @param format of the image, such as {@code qcow2}
     */
    record Image(XmlPlace place, boolean block, String format) implements DriveSource {
        public String path() {
            return place.value();
        }
    }

    /** A drive without a medium. */
    record Empty() implements DriveSource {}

    /** A disk that the command leaves out. */
    record Rejection(String reason) implements DriveSource {}

    Set<String> FORMATS = Set.of("raw", "qcow2", "qed", "vmdk", "vdi", "vpc", "vhdx");
    Set<String> BUSES = Set.of("virtio", "scsi", "sata", "ide", "usb", "fdc");

    static DriveSource of(Element disk) {
        Optional<String> refusal = refusal(disk);
        if (refusal.isPresent()) {
            return new Rejection(refusal.get());
        }
        boolean block = disk.attribute("type").equals("block");
        Optional<XmlPlace> path =
                disk.child("source")
                        .map(source -> XmlPlace.of(source, block ? "dev" : "file"))
                        .filter(XmlPlace::isWritten);
        if (path.isPresent()) {
            return new Image(path.get(), block, format(disk));
        }
        return isRemovable(disk) ? new Empty() : new Rejection("It has no source.");
    }

    private static Optional<String> refusal(Element disk) {
        String type = disk.attribute("type");
        String bus = DiskBus.of(disk);
        if (!type.isEmpty() && !type.equals("file") && !type.equals("block")) {
            return Optional.of(
                    "Only disks of the types file and block are carried over, not " + type + ".");
        }
        if (device(disk).equals("lun")) {
            return Optional.of("A SCSI device of the host is not passed through.");
        }
        if (!BUSES.contains(bus)) {
            return Optional.of("An x86_64 QEMU has no disks on the bus '" + bus + "'.");
        }
        Optional<Element> source = disk.child("source");
        if (disk.child("encryption").isPresent() || holds(source, "encryption")) {
            return Optional.of("The image is encrypted and libvirt keeps its secret.");
        }
        if (holds(source, "slices")) {
            return Optional.of("Parts of an image are not carried over.");
        }
        return FORMATS.contains(format(disk))
                ? Optional.empty()
                : Optional.of("Images of the format " + format(disk) + " are not carried over.");
    }

    private static boolean holds(Optional<Element> source, String child) {
        return source.flatMap(it -> it.child(child)).isPresent();
    }

    /** {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}. */
    static String device(Element disk) {
        String device = disk.attribute("device");
        return device.isEmpty() ? "disk" : device;
    }

    private static boolean isRemovable(Element disk) {
        return device(disk).equals("cdrom") || device(disk).equals("floppy");
    }

    private static String format(Element disk) {
        String format = disk.child("driver").map(it -> it.attribute("type")).orElse("");
        return format.isEmpty() || format.equals("iso") ? "raw" : format;
    }

    static boolean isReadOnly(Element disk) {
        return device(disk).equals("cdrom") || disk.child("readonly").isPresent();
    }
}
