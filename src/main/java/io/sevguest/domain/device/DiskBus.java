package io.sevguest.domain.device;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The buses of disks, and the target names on them. */
public final class DiskBus {
    /** The buses that are offered; others are kept. */
    public static final List<String> OFFERED = List.of("virtio", "scsi", "sata", "ide", "usb");

    private static final int LETTERS = 26;

    private DiskBus() {}

    /**
     * Returns the bus in the XML, or else the one that libvirt chooses for a disk without one.
     * Source: libvirt 9.0.0, virDomainDiskDefPostParse and virDomainDiskDefParseXML.
     */
    public static String of(Element disk) {
        Optional<Element> target = disk.child("target");
        String bus = target.map(it -> it.attribute("bus")).orElse("");
        return bus.isEmpty()
                ? ofTarget(
                        target.map(it -> it.attribute("dev")).orElse(""), disk.attribute("device"))
                : bus;
    }

    private static String ofTarget(String target, String device) {
        if (device.equals("floppy") || target.startsWith("fd")) {
            return "fdc";
        }
        if (target.startsWith("hd")) {
            return "ide";
        }
        if (target.startsWith("sd")) {
            return "scsi";
        }
        if (target.startsWith("vd")) {
            return "virtio";
        }
        return target.startsWith("xvd") ? "xen" : "ide";
    }

    /** Returns the prefix of target names on a bus. */
    static String prefix(String bus) {
        return switch (bus) {
            case "virtio" -> "vd";
            case "ide" -> "hd";
            case "fdc" -> "fd";
            case "xen" -> "xvd";
            default -> "sd";
        };
    }

    /**
     * Returns the first target name on a bus that no disk of the domain uses: {@code vda}, …,
     * {@code vdaa}, ….
     */
    static String freeTarget(DomainXml domain, String bus) {
        Set<String> taken = Disks.of(domain).stream().map(Disk::target).collect(Collectors.toSet());
        int index = 0;
        while (taken.contains(prefix(bus) + letters(index))) {
            index++;
        }
        return prefix(bus) + letters(index);
    }

    private static String letters(int index) {
        String last = Character.toString((char) ('a' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }
}
