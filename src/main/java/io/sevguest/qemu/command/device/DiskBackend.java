package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.DiskOverlay;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Drive;
import io.sevguest.qemu.command.draft.DriveSource;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The image behind a disk, as one {@code -blockdev}: the image itself, or a throwaway overlay over
 * it.
 */
final class DiskBackend {
    private static final String OVERLAY = "backing.";

    private final CommandDraft draft;

    DiskBackend(CommandDraft draft) {
        this.draft = draft;
    }

    void write(Drive drive, DriveSource.Image image, String node) {
        Element disk = drive.element();
        OptionText option = OptionText.empty();
        XmlPlace format = format(disk);
        draft.neutral(image.place().element());
        if (drive.isWritable() && !draft.files().keepChanges()) {
            Path overlay = draft.files().overlay(drive.target(), drive.position());
            draft.overlay(new DiskOverlay(overlay, image.path(), image.format()));
            option.add("driver", "qcow2").add("node-name", node);
            option.add("file.driver", "file");
            option.add("file.filename", overlay.toString());
            discard(option, disk);
            option.add(OVERLAY + "driver", image.format(), format);
            image(option, OVERLAY, disk, image);
        } else {
            option.add("driver", image.format(), format).add("node-name", node);
            if (!drive.isWritable()) {
                option.add(
                        "read-only",
                        "on",
                        disk.child("readonly").stream().map(XmlPlace::of).toArray(XmlPlace[]::new));
            }
            discard(option, disk);
            image(option, "", disk, image);
        }
        draft.argument("-blockdev", option);
    }

    private static XmlPlace format(Element disk) {
        return disk.child("driver")
                .map(it -> XmlPlace.of(it, "type"))
                .orElse(XmlPlace.of(disk, "type"));
    }

    private static void discard(OptionText option, Element disk) {
        Optional<Element> driver = disk.child("driver");
        if (driver.isEmpty()) {
            return;
        }
        option.addWritten("discard", XmlPlace.of(driver.get(), "discard"));
        XmlPlace zeroes = XmlPlace.of(driver.get(), "detect_zeroes");
        if (zeroes.isWritten()) {
            boolean unmapped = driver.get().attribute("discard").equals("unmap");
            option.add("detect-zeroes", unmapped ? zeroes.value() : onOff(zeroes), zeroes);
        }
    }

    /** QEMU unmaps zeroes only where discarding unmaps too; else libvirt merely detects them. */
    private static String onOff(XmlPlace zeroes) {
        return zeroes.value().equals("unmap") ? "on" : zeroes.value();
    }

    /** The image: where it is, and how the host reads and writes it. */
    private void image(OptionText option, String prefix, Element disk, DriveSource.Image image) {
        Optional<DiskArguments.Cache> cache = DiskArguments.Cache.of(disk);
        Optional<Element> driver = disk.child("driver");
        if (cache.isPresent()) {
            XmlPlace place = XmlPlace.of(driver.orElseThrow(), "cache");
            option.add(prefix + "cache.direct", onOff(cache.get().direct()), place);
            option.add(prefix + "cache.no-flush", onOff(cache.get().noFlush()), place);
        }
        option.add(prefix + "file.driver", protocol(disk, image), XmlPlace.of(disk, "type"));
        option.add(prefix + "file.filename", image.path(), image.place());
        XmlPlace io = driver.map(it -> XmlPlace.of(it, "io")).orElse(XmlPlace.of(disk));
        if (driver.isPresent() && io.isWritten()) {
            io(option, prefix, io, cache);
        }
    }

    private void io(
            OptionText option, String prefix, XmlPlace io, Optional<DiskArguments.Cache> cache) {
        boolean direct = cache.filter(DiskArguments.Cache::direct).isPresent();
        if (io.value().equals("native") && !direct) {
            draft.omit(io, "QEMU rejects native I/O unless the cache mode is none or directsync.");
        } else if (io.value().equals("io_uring") && !draft.isAtLeast(5, 0)) {
            draft.omit(io, "This QEMU has no io_uring.");
        } else {
            option.add(prefix + "file.aio", io);
        }
    }

    private static String protocol(Element disk, DriveSource.Image image) {
        if (!image.block()) {
            return "file";
        }
        return DriveSource.device(disk).equals("cdrom") ? "host_cdrom" : "host_device";
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
