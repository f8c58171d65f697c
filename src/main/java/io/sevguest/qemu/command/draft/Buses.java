package io.sevguest.qemu.command.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The buses to which devices can be attached; the controllers fill it before the devices are
 * written.
 */
public final class Buses {
    /** The types of controllers that devices ask for. */
    public enum Type {
        USB,
        SCSI,
        SATA,
        VIRTIO_SERIAL
    }

    private final PciAddresses pci;
    private final Map<Type, TreeMap<Integer, String>> controllers = new TreeMap<>();
    private final Set<Integer> withUnits = new HashSet<>();
    private final Map<Integer, Integer> scsiTargets = new HashMap<>();
    private final Map<Integer, Integer> usbPorts = new HashMap<>();
    private final Set<Integer> fastOnly = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    Buses(CommandDraft draft) {
        this.pci = new PciAddresses(draft);
        for (Type type : Type.values()) {
            controllers.put(type, new TreeMap<>());
        }
    }

    public PciAddresses pci() {
        return pci;
    }

    /** Makes a controller known under its id. */
    public void add(Type type, int index, String id) {
        controllers.get(type).put(index, id);
    }

    /** A SCSI controller whose disks have a target and a unit, not one number alone. */
    public void addWithUnits(int index, String id) {
        add(Type.SCSI, index, id);
        withUnits.add(index);
    }

    /** A USB controller with that many ports. */
    public void addUsb(int index, String id, int ports) {
        add(Type.USB, index, id);
        usbPorts.put(index, ports);
    }

    /** Returns the number of ports of a USB controller; none if it is not in the command. */
    int usbPorts(int index) {
        return usbPorts.getOrDefault(index, 0);
    }

    /** Notes whether a USB controller takes fast devices alone. */
    public void fastOnly(int usbController, boolean only) {
        if (only) {
            fastOnly.add(usbController);
        } else {
            fastOnly.remove(usbController);
        }
    }

    boolean isFastOnly(int usbController) {
        return fastOnly.contains(usbController);
    }

    /** A SCSI controller whose disks have one number, up to a highest one. */
    public void addWithTargets(int index, String id, int highest) {
        add(Type.SCSI, index, id);
        scsiTargets.put(index, highest);
    }

    /** The highest number of a disk on a SCSI controller without units. */
    int highestTarget(int scsiController) {
        return scsiTargets.getOrDefault(scsiController, 0);
    }

    public boolean hasUnits(int scsiController) {
        return withUnits.contains(scsiController);
    }

    public boolean hasAny(Type type) {
        return !controllers.get(type).isEmpty();
    }

    /** The id of a controller, empty where the command does not have it. */
    public Optional<String> id(Type type, int index) {
        return Optional.ofNullable(controllers.get(type).get(index));
    }

    /** The controller of the lowest index, with its index; empty where there is none. */
    Optional<Map.Entry<Integer, String>> first(Type type) {
        return Optional.ofNullable(controllers.get(type).firstEntry());
    }

    /** Takes a place for one device; false where another is there already. */
    public boolean take(String place) {
        return taken.add(place);
    }
}
