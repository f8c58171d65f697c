package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<Integer, String> scsi = new TreeMap<>();
    private final Set<Integer> refusedScsi = new TreeSet<>();
    private final Set<Integer> sata = new TreeSet<>();
    private final Set<Integer> serial = new TreeSet<>();

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
            option = OptionText.of(known, Place.of(controller, "model"));
        }
        String device = option.text();
        options.id(option, controller, "scsi" + index);
        if (virtio) {
            options.virtioDriver(option, controller);
            controller.child("driver").ifPresent(it -> queues(option, it));
        }
        draft.buses().pci().place(option, controller);
        scsi.put(index, virtio ? ScsiBuses.VIRTIO : device);
        draft.argument("-device", option);
    }

    private void queues(OptionText option, Element driver) {
        option.addWritten("num_queues", Place.of(driver, "queues"));
        option.addWritten("cmd_per_lun", Place.of(driver, "cmd_per_lun"));
        option.addWritten("max_sectors", Place.of(driver, "max_sectors"));
        option.addSwitch("ioeventfd", Place.of(driver, "ioeventfd"));
        Place thread = Place.of(driver, "iothread");
        if (thread.isWritten() && draft.hasThread(thread.value())) {
            option.add("iothread", "iothread" + thread.value(), thread);
        }
    }

    private void sata(Element controller, int index) {
        if (draft.machine() == MachineKind.Q35 && index == 0) {
            draft.neutral(controller, "model");
            controller.child("address").ifPresent(this::readFixed);
            controller.child("alias").ifPresent(it -> draft.neutral(it, "name"));
            return;
        }
        OptionText option = OptionText.of("ahci", Place.of(controller, "type"));
        options.id(option, controller, "sata" + index);
        draft.buses().pci().place(option, controller);
        sata.add(index);
        draft.argument("-device", option);
    }

    private void serial(Element controller, int index) {
        OptionText option = options.virtio("virtio-serial", controller, "model");
        options.id(option, controller, "virtio-serial" + index);
        option.addWritten("max_ports", Place.of(controller, "ports"));
        option.addWritten("vectors", Place.of(controller, "vectors"));
        options.virtioDriver(option, controller);
        draft.buses().pci().place(option, controller);
        serial.add(index);
        draft.argument("-device", option);
    }

    /** Adds the controllers that disks and channels need and the XML does not have. */
    void addMissing() {
        for (Element disk : draft.domain().all("devices/disk")) {
            if (DiskSource.of(disk) instanceof DiskSource.Refused) {
                continue;
            }
            String bus = DiskBus.of(disk, draft.machine());
            int index = DriveAddress.of(disk, bus).controller();
            if (bus.equals("scsi") && !scsi.containsKey(index) && !refusedScsi.contains(index)) {
                scsi.put(index, "lsi");
                added("lsi", "scsi" + index);
            } else if (bus.equals("sata")
                    && !(draft.machine() == MachineKind.Q35 && index == 0)
                    && sata.add(index)) {
                added("ahci", "sata" + index);
            }
        }
        if (serial.isEmpty() && VirtioSerial.isNeeded(draft.domain())) {
            added("virtio-serial-pci", "virtio-serial0");
            serial.add(0);
        }
        draft.buses().setStorage(new ScsiBuses(scsi), serial);
    }

    private void added(String device, String id) {
        OptionText option = OptionText.of(device).add("id", id);
        draft.buses().pci().placeAdded(option);
        draft.argument("-device", option);
        draft.assume(
                "controller " + id,
                device,
                "libvirt's default, as the XML has devices for it but no controller.");
    }
}
