package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Drive;
import io.sevguest.qemu.command.draft.DriveAddress;
import io.sevguest.qemu.command.draft.DriveSource;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.UsbPorts;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;

/** The disk as the guest sees it, as one {@code -device}. */
final class DiskDevice {
    private static final String FLOPPY_CONTROLLER = "fdc0";

    private static final Map<String, String> ERROR_POLICIES =
            Map.of("stop", "stop", "report", "report", "ignore", "ignore", "enospace", "enospc");

    private final CommandDraft draft;
    private final DeviceOptions options;
    private boolean floppyControllerAdded;

    DiskDevice(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    /**
     * Writes the device.
     *
     * @param node name of what is behind it; empty for a drive without a medium
     */
    void write(Drive drive, String node) {
        String bus = drive.bus();
        if (bus.equals("fdc")) {
            floppy(drive, node);
            return;
        }
        Element disk = drive.element();
        OptionText option = device(drive);
        disk.child("target")
                .ifPresent(it -> option.from(XmlPlace.of(it, "bus"), XmlPlace.of(it, "dev")));
        if (!node.isEmpty()) {
            option.add("drive", node);
        }
        draft.bootOrder().addTo(option, disk);
        if (bus.equals("virtio")) {
            virtio(option, disk);
        } else {
            identity(option, disk, bus);
        }
        common(option, disk);
        draft.argument("-device", option);
    }

    private OptionText device(Drive drive) {
        Element disk = drive.element();
        DriveAddress address = drive.address();
        boolean cdrom = DriveSource.device(disk).equals("cdrom");
        XmlPlace kind = XmlPlace.of(disk, "device");
        return switch (drive.bus()) {
            case "virtio" -> {
                OptionText option = options.virtio("virtio-blk", disk, "model");
                int index = DriveAddress.index(drive.target());
                options.id(option, disk, "virtio-disk" + index);
                draft.buses().pci().place(option, disk);
                yield option;
            }
            case "scsi" -> scsi(disk, OptionText.of(cdrom ? "scsi-cd" : "scsi-hd", kind), address);
            case "usb" -> {
                OptionText option = OptionText.of("usb-storage", kind);
                options.id(option, disk, "usb-disk" + DriveAddress.index(drive.target()));
                new UsbPorts(draft).place(option, disk);
                disk.child("target")
                        .ifPresent(
                                it -> option.addSwitch("removable", XmlPlace.of(it, "removable")));
                yield option;
            }
            case "sata" -> sata(disk, OptionText.of(cdrom ? "ide-cd" : "ide-hd", kind), address);
            default -> {
                OptionText option = OptionText.of(cdrom ? "ide-cd" : "ide-hd", kind);
                options.id(option, disk, "ide0-" + address.bus() + "-" + address.unit());
                option.add("bus", "ide." + address.bus(), address.placesArray());
                yield option.add("unit", Integer.toString(address.unit()));
            }
        };
    }

    private OptionText scsi(Element disk, OptionText option, DriveAddress address) {
        int controller = address.controller();
        options.id(
                option,
                disk,
                "scsi" + controller + "-0-" + address.target() + "-" + address.unit());
        String bus = draft.buses().id(Buses.Type.SCSI, controller).orElseThrow();
        option.add("bus", bus + ".0", address.placesArray());
        if (draft.buses().hasUnits(controller)) {
            option.add("channel", "0");
            option.add("scsi-id", Integer.toString(address.target()));
            return option.add("lun", Integer.toString(address.unit()));
        }
        return option.add("scsi-id", Integer.toString(address.unit()));
    }

    private OptionText sata(Element disk, OptionText option, DriveAddress address) {
        boolean builtIn = draft.machine() == MachineKind.Q35 && address.controller() == 0;
        String bus =
                builtIn
                        ? "ide"
                        : draft.buses().id(Buses.Type.SATA, address.controller()).orElseThrow();
        options.id(option, disk, "sata" + address.controller() + "-0-" + address.unit());
        return option.add("bus", bus + "." + address.unit(), address.placesArray());
    }

    private void virtio(OptionText option, Element disk) {
        options.virtioDriver(option, disk);
        options.acpiIndex(option, disk);
        disk.child("serial").ifPresent(it -> option.add("serial", XmlPlace.of(it)));
        Optional<Element> driver = disk.child("driver");
        if (driver.isEmpty()) {
            return;
        }
        option.addWritten("num-queues", XmlPlace.of(driver.get(), "queues"));
        option.addWritten("queue-size", XmlPlace.of(driver.get(), "queue_size"));
        option.addSwitch("event_idx", XmlPlace.of(driver.get(), "event_idx"));
        option.addSwitch("ioeventfd", XmlPlace.of(driver.get(), "ioeventfd"));
        XmlPlace thread = XmlPlace.of(driver.get(), "iothread");
        if (thread.isWritten() && draft.hasThread(thread.value())) {
            option.add("iothread", "iothread" + thread.value(), thread);
        }
    }

    private void identity(OptionText option, Element disk, String bus) {
        disk.child("serial").ifPresent(it -> option.add("serial", XmlPlace.of(it)));
        if (bus.equals("usb")) {
            return;
        }
        disk.child("wwn")
                .ifPresent(
                        it ->
                                option.add(
                                        "wwn",
                                        (it.text().startsWith("0x") ? "" : "0x") + it.text(),
                                        XmlPlace.of(it)));
        if (bus.equals("scsi")) {
            disk.child("vendor").ifPresent(it -> option.add("vendor", XmlPlace.of(it)));
            disk.child("product").ifPresent(it -> option.add("product", XmlPlace.of(it)));
        }
        if (DriveSource.device(disk).equals("disk")) {
            disk.child("target")
                    .ifPresent(
                            it ->
                                    option.addWritten(
                                            "rotation_rate", XmlPlace.of(it, "rotation_rate")));
        }
    }

    private void common(OptionText option, Element disk) {
        disk.child("shareable").ifPresent(it -> option.add("share-rw", "on", XmlPlace.of(it)));
        disk.child("blockio")
                .ifPresent(
                        it ->
                                option.addWritten(
                                                "logical_block_size",
                                                XmlPlace.of(it, "logical_block_size"))
                                        .addWritten(
                                                "physical_block_size",
                                                XmlPlace.of(it, "physical_block_size")));
        Optional<Element> driver = disk.child("driver");
        if (driver.isEmpty()) {
            return;
        }
        Optional<DiskArguments.Cache> cache = DiskArguments.Cache.of(disk);
        boolean cdrom = DriveSource.device(disk).equals("cdrom");
        if (cache.isPresent() && !cdrom) {
            option.add(
                    "write-cache",
                    cache.get().writeCache() ? "on" : "off",
                    XmlPlace.of(driver.get(), "cache"));
        }
        policy(option, "werror", XmlPlace.of(driver.get(), "error_policy"));
        XmlPlace read = XmlPlace.of(driver.get(), "rerror_policy");
        XmlPlace both = XmlPlace.of(driver.get(), "error_policy");
        boolean readable = !both.value().equals("enospace");
        policy(option, "rerror", read.isWritten() || !readable ? read : both);
    }

    private static void policy(OptionText option, String key, XmlPlace place) {
        String policy = ERROR_POLICIES.get(place.value());
        if (policy != null) {
            option.add(key, policy, place);
        }
    }

    /** Q35 has no floppy controller of its own. */
    private void floppy(Drive drive, String node) {
        Element disk = drive.element();
        DriveAddress address = drive.address();
        boolean own = draft.machine() == MachineKind.Q35;
        if (own && !floppyControllerAdded) {
            floppyControllerAdded = true;
            draft.argument("-device", OptionText.of("isa-fdc").add("id", FLOPPY_CONTROLLER));
        }
        OptionText option = OptionText.of("floppy", XmlPlace.of(disk, "device"));
        if (own) {
            option.add("bus", FLOPPY_CONTROLLER + ".0");
        }
        option.add("unit", Integer.toString(address.unit()), address.placesArray());
        if (!node.isEmpty()) {
            option.add("drive", node);
        }
        options.id(option, disk, "fdc0-0-" + address.unit());
        disk.child("target")
                .ifPresent(it -> option.from(XmlPlace.of(it, "bus"), XmlPlace.of(it, "dev")));
        draft.argument("-device", option);
        bootFloppy(disk, address);
    }

    private void bootFloppy(Element disk, DriveAddress address) {
        if (draft.bootOrder().has(disk)) {
            OptionText global =
                    OptionText.empty()
                            .add("driver", "isa-fdc")
                            .add("property", address.unit() == 0 ? "bootindexA" : "bootindexB");
            draft.bootOrder().addTo(global, "value", disk);
            draft.argument("-global", global);
        }
    }
}
