package io.sevguest.qemu;

import java.util.Map;
import java.util.Set;

/** Where devices can be plugged; the controllers fill it before the devices are written. */
final class Buses {
    private final PciPlaces pci;
    private UsbPorts usb = new UsbPorts(Set.of());
    private ScsiBuses scsi = new ScsiBuses(Map.of());
    private Set<Integer> serial = Set.of();

    Buses(CommandDraft draft) {
        this.pci = new PciPlaces(draft);
    }

    PciPlaces pci() {
        return pci;
    }

    UsbPorts usb() {
        return usb;
    }

    ScsiBuses scsi() {
        return scsi;
    }

    boolean hasSerial(int controller) {
        return serial.contains(controller);
    }

    void setUsb(UsbPorts ports) {
        usb = ports;
    }

    void setStorage(ScsiBuses scsiBuses, Set<Integer> serialControllers) {
        scsi = scsiBuses;
        serial = Set.copyOf(serialControllers);
    }
}
