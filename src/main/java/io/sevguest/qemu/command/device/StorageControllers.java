package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.Drive;
import io.sevguest.qemu.command.draft.DriveSource;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.VirtioSerial;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Controllers of disks and of virtio serial ports. */
final class StorageControllers {
    private static final Map<String, String> SCSI =
            Map.of(
                    "lsilogic", "lsi",
                    "lsisas1078", "megasas",
                    "lsisas1068", "mptsas1068",
                    "vmpvscsi", "pvscsi",
                    "am53c974", "am53c974",
                    "dc390", "dc390");

    private final CommandDraft draft;
    private final DeviceOptions options;
    private final Set<Integer> refusedScsi = new TreeSet<>();

    StorageControllers(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    void write(Element controller, int index) {
        switch (controller.attribute("type")) {
            case "scsi" -> scsi(controller, index);
            case "sata" -> sata(controller, index);
            case "virtio-serial" -> serial(controller, index);
            default -> builtIn(controller, index);
        }
    }

    /** IDE and floppy controllers are part of the machine, or come with the drive. */
    private void builtIn(Element controller, int index) {
        boolean there =
                index == 0
                        && (draft.machine() == MachineKind.I440FX
                                || controller.attribute("type").equals("fdc"));
        if (there) {
            draft.neutral(controller, "model");
            controller.child("address").ifPresent(this::readFixed);
            controller.child("alias").ifPresent(it -> draft.neutral(it, "name"));
        } else {
            draft.omit(controller, "This machine has no such controller.");
        }
    }

    private void readFixed(Element address) {
        draft.neutral(address, address.attributes().keySet().toArray(String[]::new));
    }

    private void scsi(Element controller, int index) {
        String model = controller.attribute("model");
        OptionText option;
        boolean virtio = model.startsWith("virtio");
        if (virtio) {
            option = options.virtio("virtio-scsi", controller, "model");
        } else {
            boolean usual = model.isEmpty() || model.equals("auto");
            String known = SCSI.getOrDefault(model, usual ? "lsi" : "");
            if (known.isEmpty()) {
                refusedScsi.add(index);
                draft.omit(controller, "QEMU has no SCSI controller of the model " + model + ".");
                return;
            }
            option = OptionText.of(known, XmlPlace.of(controller, "model"));
        }
        String id = options.id(option, controller, "scsi" + index);
        if (virtio) {
            options.virtioDriver(option, controller);
            controller.child("driver").ifPresent(it -> queues(option, it));
        }
        draft.buses().pci().place(option, controller);
        if (virtio) {
            draft.buses().addWithUnits(index, id);
        } else {
            draft.buses().addWithTargets(index, id, highestTarget(model));
        }
        draft.argument("-device", option);
    }

    /** The highest number of a disk on a controller without units, as QEMU has it. */
    private static int highestTarget(String model) {
        return switch (model) {
            case "lsisas1078" -> 127;
            case "vmpvscsi" -> 64;
            case "lsisas1068" -> 8;
            default -> 7;
        };
    }

    private void queues(OptionText option, Element driver) {
        option.addWritten("num_queues", XmlPlace.of(driver, "queues"));
        option.addWritten("cmd_per_lun", XmlPlace.of(driver, "cmd_per_lun"));
        option.addWritten("max_sectors", XmlPlace.of(driver, "max_sectors"));
        option.addSwitch("ioeventfd", XmlPlace.of(driver, "ioeventfd"));
        XmlPlace thread = XmlPlace.of(driver, "iothread");
        if (thread.isWritten() && draft.hasThread(thread.value())) {
            option.add("iothread", "iothread" + thread.value(), thread);
        }
    }

    private void sata(Element controller, int index) {
        if (isBuiltInSata(index)) {
            draft.neutral(controller, "model");
            controller.child("address").ifPresent(this::readFixed);
            controller.child("alias").ifPresent(it -> draft.neutral(it, "name"));
            return;
        }
        OptionText option = OptionText.of("ahci", XmlPlace.of(controller, "type"));
        String id = options.id(option, controller, "sata" + index);
        draft.buses().pci().place(option, controller);
        draft.buses().add(Buses.Type.SATA, index, id);
        draft.argument("-device", option);
    }

    private void serial(Element controller, int index) {
        OptionText option = options.virtio("virtio-serial", controller, "model");
        String id = options.id(option, controller, "virtio-serial" + index);
        option.addWritten("max_ports", XmlPlace.of(controller, "ports"));
        option.addWritten("vectors", XmlPlace.of(controller, "vectors"));
        options.virtioDriver(option, controller);
        draft.buses().pci().place(option, controller);
        draft.buses().add(Buses.Type.VIRTIO_SERIAL, index, id);
        draft.argument("-device", option);
    }

    /** Adds the controllers that disks and channels need and the XML does not have. */
    void addMissing() {
        for (Drive drive : draft.drives()) {
            if (drive.source() instanceof DriveSource.Rejection) {
                continue;
            }
            String bus = drive.bus();
            int index = drive.address().controller();
            if (bus.equals("scsi") && !refusedScsi.contains(index)) {
                addIfMissing(Buses.Type.SCSI, index, "lsi", "scsi" + index);
            } else if (bus.equals("sata") && !isBuiltInSata(index)) {
                addIfMissing(Buses.Type.SATA, index, "ahci", "sata" + index);
            }
        }
        if (VirtioSerial.isNeeded(draft.domain())
                && !draft.buses().hasAny(Buses.Type.VIRTIO_SERIAL)) {
            addIfMissing(Buses.Type.VIRTIO_SERIAL, 0, "virtio-serial-pci", "virtio-serial0");
        }
    }

    private boolean isBuiltInSata(int index) {
        return draft.machine() == MachineKind.Q35 && index == 0;
    }

    private void addIfMissing(Buses.Type type, int index, String device, String id) {
        if (draft.buses().id(type, index).isPresent()) {
            return;
        }
        String free = draft.freeId(id);
        if (type == Buses.Type.SCSI) {
            draft.buses().addWithTargets(index, free, highestTarget(""));
        } else {
            draft.buses().add(type, index, free);
        }
        OptionText option = OptionText.of(device).add("id", free);
        draft.buses().pci().placeAdded(option);
        draft.argument("-device", option);
        draft.assume(
                "controller " + id,
                device,
                "libvirt's default, as the XML has devices for it but no controller.");
    }
}
