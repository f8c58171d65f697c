package io.sevguest.qemu;

import java.util.Map;

/**
 * The SCSI controllers in the command.
 *
 * @param devices QEMU's device of each, by its index; {@link #VIRTIO} for all kinds of virtio
 */
record ScsiBuses(Map<Integer, String> devices) {
    static final String VIRTIO = "virtio-scsi";

    ScsiBuses {
        devices = Map.copyOf(devices);
    }

    boolean has(int controller) {
        return devices.containsKey(controller);
    }

    /** Whether disks of the controller have a target and a unit, not one number alone. */
    boolean hasUnits(int controller) {
        return VIRTIO.equals(devices.get(controller));
    }
}
