package io.sevguest.domain.device;

import io.sevguest.domain.xml.Element;
import java.util.Optional;

/**
 * A disk, cdrom, floppy or lun of a domain; absent values are empty.
 *
 * @param device {@code disk} if the domain does not set it
 * @param type the type of the source: {@code file}, {@code block}, {@code network}, …
 * @param format {@code raw}, {@code qcow2}, …: the driver's type
 * @param source path of the file or block device; empty for other types and without a medium
 * @param target libvirt's name for it, such as {@code vda}
 * @param bus such as {@code virtio}; derived from the target's name if the domain does not set it
 * @param bootOrder as written
 */
public record Disk(
        Element element,
        String device,
        String type,
        String format,
        String source,
        String target,
        String bus,
        boolean readonly,
        String cache,
        String io,
        String discard,
        String serial,
        String bootOrder) {
    /** Reads a {@code <disk>}. */
    public static Disk of(Element element) {
        Optional<Element> driver = element.child("driver");
        String device = orElse(element.attribute("device"), "disk");
        String type = orElse(element.attribute("type"), "file");
        String target = attribute(element.child("target"), "dev");
        return new Disk(
                element,
                device,
                type,
                attribute(driver, "type"),
                attribute(element.child("source"), DiskSource.attribute(type)),
                target,
                DiskBus.of(element),
                element.child("readonly").isPresent(),
                attribute(driver, "cache"),
                attribute(driver, "io"),
                attribute(driver, "discard"),
                element.child("serial").map(Element::text).orElse(""),
                attribute(element.child("boot"), "order"));
    }

    private static String attribute(Optional<Element> element, String name) {
        return element.map(found -> found.attribute(name)).orElse("");
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
