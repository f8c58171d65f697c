package io.sevguest.qemu.command.device;

import io.sevguest.domain.device.DiskBus;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Drive;
import io.sevguest.qemu.command.draft.DriveAddress;
import io.sevguest.qemu.command.draft.DriveSlots;
import io.sevguest.qemu.command.draft.DriveSource;
import io.sevguest.qemu.command.draft.UsbPorts;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Disks, CD-ROM and floppy drives: what is behind each, and the device the guest sees. */
public final class DiskArguments {
    /** Names of nodes are at most 31 characters long. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][A-Za-z0-9_]{0,20}");

    private final CommandDraft draft;
    private final DiskBackend backend;
    private final DiskDevice device;
    private final DriveSlots slots;

    public DiskArguments(CommandDraft draft) {
        this.draft = draft;
        this.backend = new DiskBackend(draft);
        this.device = new DiskDevice(draft);
        this.slots = new DriveSlots(draft);
    }

    public void write() {
        draft.drives().forEach(this::write);
    }

    private void write(Drive drive) {
        Optional<String> refusal = refusal(drive);
        if (refusal.isPresent()) {
            draft.omit(drive.element(), refusal.get());
            return;
        }
        slots.checkReadOnly(drive);
        read(drive);
        String node = "";
        if (drive.source() instanceof DriveSource.Image image) {
            node = node(drive);
            backend.write(drive, image, node);
        }
        device.write(drive, node);
    }

    private String node(Drive drive) {
        String target = drive.target();
        return draft.freeId(
                "disk-" + (PLAIN.matcher(target).matches() ? target : drive.position()));
    }

    private Optional<String> refusal(Drive drive) {
        if (drive.source() instanceof DriveSource.Rejection refused) {
            return Optional.of(refused.reason());
        }
        String bus = drive.bus();
        DriveAddress address = drive.address();
        if (bus.equals("usb") && !draft.buses().hasAny(Buses.Type.USB)) {
            return Optional.of(UsbPorts.NONE);
        }
        if (bus.equals("scsi")
                && draft.buses().id(Buses.Type.SCSI, address.controller()).isEmpty()) {
            return Optional.of("Its SCSI controller is not carried over.");
        }
        if (bus.equals("ide") && address.controller() > 0) {
            return Optional.of("This machine has one IDE controller.");
        }
        return slots.take(drive) ? Optional.empty() : Optional.of(DriveSlots.NONE);
    }

    /** Marks the parts of a disk that need no argument of their own as read. */
    private void read(Drive drive) {
        Element disk = drive.element();
        draft.neutral(disk, "type", "device");
        disk.child("readonly").ifPresent(it -> draft.neutral(it));
        draft.omit(XmlPlace.of(disk, "snapshot"), "It is about snapshots that libvirt makes.");
        disk.child("target").ifPresent(it -> draft.neutral(it, "dev", "bus"));
        disk.child("driver").ifPresent(it -> draft.neutral(it, "name"));
        if (drive.source() instanceof DriveSource.Empty) {
            disk.child("driver")
                    .ifPresent(it -> draft.omit(XmlPlace.of(it, "type"), "The drive is empty."));
        }
        if (!drive.bus().equals(DiskBus.of(disk))) {
            draft.assume(
                    "bus of " + disk.path(),
                    drive.bus(),
                    "The machine type q35 has no IDE. libvirt rejects it.");
        }
    }

    /** The meaning of a cache mode for the image, and for what the guest sees. */
    record Cache(boolean direct, boolean noFlush, boolean writeCache) {
        private static final Map<String, Cache> MODES =
                Map.of(
                        "none", new Cache(true, false, true),
                        "writethrough", new Cache(false, false, false),
                        "writeback", new Cache(false, false, true),
                        "directsync", new Cache(true, false, false),
                        "unsafe", new Cache(false, true, true));

        static Optional<Cache> of(Element disk) {
            return disk.child("driver").map(driver -> MODES.get(driver.attribute("cache")));
        }
    }
}
