package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The address of a disk on its controller.
 *
 * @param places of the XML it comes from
 */
public record DriveAddress(int controller, int bus, int target, int unit, List<XmlPlace> places) {
    private static final int SCSI_UNITS = 15;
    private static final int SCSI_CONTROLLER_UNIT = 7;
    private static final int SATA_PORTS = 6;
    private static final int LETTERS = 26;
    private static final int LARGE = 1_000_000;
    private static final List<String> PREFIXES = List.of("fd", "hd", "sd", "vd", "xvd", "ubd");

    /** The address in the XML, else the one libvirt makes from the target's name. */
    static DriveAddress of(Element disk, String bus) {
        Optional<Element> address =
                disk.child("address").filter(it -> it.attribute("type").equals("drive"));
        return address.map(DriveAddress::written).orElseGet(() -> named(disk, bus));
    }

    private static DriveAddress written(Element address) {
        List<XmlPlace> places = new ArrayList<>();
        for (String part : List.of("type", "controller", "bus", "target", "unit")) {
            if (address.hasAttribute(part)) {
                places.add(XmlPlace.of(address, part));
            }
        }
        return new DriveAddress(
                part(address, "controller"),
                part(address, "bus"),
                part(address, "target"),
                part(address, "unit"),
                places);
    }

    /** The place on a SATA controller for a drive with an IDE address. */
    DriveAddress onSata() {
        return new DriveAddress(controller, 0, target, 2 * bus + unit, places);
    }

    private static int part(Element address, String name) {
        return Numbers.address(address.attribute(name)).orElse(0);
    }

    private static DriveAddress named(Element disk, String bus) {
        Optional<Element> target = disk.child("target");
        int index = index(target.map(it -> it.attribute("dev")).orElse(""));
        List<XmlPlace> places = target.map(it -> List.of(XmlPlace.of(it, "dev"))).orElse(List.of());
        return switch (bus) {
            case "scsi" -> {
                int unit = index % SCSI_UNITS;
                yield new DriveAddress(
                        index / SCSI_UNITS,
                        0,
                        0,
                        unit >= SCSI_CONTROLLER_UNIT ? unit + 1 : unit,
                        places);
            }
            case "sata" -> new DriveAddress(index / SATA_PORTS, 0, 0, index % SATA_PORTS, places);
            case "ide" -> new DriveAddress(index / 4, index % 4 / 2, 0, index % 2, places);
            default -> new DriveAddress(index / 2, 0, 0, index % 2, places);
        };
    }

    /** 0 for {@code sda}, 25 for {@code sdz}, 26 for {@code sdaa}. */
    public static int index(String target) {
        int index = 0;
        for (int i = prefix(target); i < target.length() && index < LARGE; i++) {
            char c = target.charAt(i);
            if (c < 'a' || c > 'z') {
                break;
            }
            index = index * LETTERS + (c - 'a' + 1);
        }
        return Math.max(0, index - 1);
    }

    /** Returns the number of characters before the letters that count. */
    private static int prefix(String target) {
        for (String prefix : PREFIXES) {
            if (target.startsWith(prefix)) {
                return prefix.length();
            }
        }
        return 0;
    }

    public XmlPlace[] placesArray() {
        return places.toArray(XmlPlace[]::new);
    }
}
