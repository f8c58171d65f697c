package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Disks, CD-ROM and floppy drives: what is behind each, and the device the guest sees. */
final class DiskArguments {
    /** Names of nodes are at most 31 characters long. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][A-Za-z0-9_]{0,20}");

    private final CommandDraft draft;
    private final DiskBackend backend;
    private final DiskDevice device;

    DiskArguments(CommandDraft draft) {
        this.draft = draft;
        this.backend = new DiskBackend(draft);
        this.device = new DiskDevice(draft);
    }

    void write() {
        int position = 0;
        for (Element disk : draft.domain().all("devices/disk")) {
            position++;
            write(disk, position);
        }
    }

    private void write(Element disk, int position) {
        DiskSource source = DiskSource.of(disk);
        if (source instanceof DiskSource.Refused refused) {
            draft.omit(disk, refused.reason());
            return;
        }
        String bus = DiskBus.of(disk, draft.machine());
        DriveAddress address = DriveAddress.of(disk, bus);
        Optional<String> refusal = refusal(bus, address);
        if (refusal.isPresent()) {
            draft.omit(disk, refusal.get());
            return;
        }
        read(disk, bus);
        String node = "";
        if (source instanceof DiskSource.Image image) {
            node = node(disk, position);
            backend.write(disk, image, node, position);
        }
        device.write(disk, bus, address, node);
    }

    private static String node(Element disk, int position) {
        String target = disk.child("target").map(it -> it.attribute("dev")).orElse("");
        return PLAIN.matcher(target).matches() ? "disk-" + target : "disk-" + position;
    }

    private Optional<String> refusal(String bus, DriveAddress address) {
        if (bus.equals("usb") && !draft.buses().hasAny(Buses.Type.USB)) {
            return Optional.of("The guest has no USB.");
        }
        if (bus.equals("scsi")
                && draft.buses().id(Buses.Type.SCSI, address.controller()).isEmpty()) {
            return Optional.of("Its SCSI controller is not carried over.");
        }
        if (bus.equals("ide") && address.controller() > 0) {
            return Optional.of("This machine has one IDE controller.");
        }
        return Optional.empty();
    }

    /** What of a disk needs no argument of its own. */
    private void read(Element disk, String bus) {
        draft.neutral(disk, "type", "device");
        disk.child("readonly").ifPresent(it -> draft.neutral(it));
        draft.omit(Place.of(disk, "snapshot"), "It is about snapshots that libvirt makes.");
        disk.child("target").ifPresent(it -> draft.neutral(it, "dev", "bus"));
        disk.child("driver").ifPresent(it -> draft.neutral(it, "name"));
        if (!bus.equals(DiskSource.bus(disk))) {
            draft.assume(
                    "bus of " + disk.path(),
                    bus,
                    "The machine q35 has no IDE; libvirt refuses it.");
        }
    }

    /** What a cache mode means for the image, and for what the guest is told. */
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
