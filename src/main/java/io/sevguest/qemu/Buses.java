package io.sevguest.qemu;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where devices can be plugged; the controllers fill it before the devices are written. */
final class Buses {
    /** The types of controllers that devices ask for. */
    enum Type {
        USB,
        SCSI,
        SATA,
        VIRTIO_SERIAL
    }

    private final PciPlaces pci;
    private final Map<Type, TreeMap<Integer, String>> controllers = new TreeMap<>();
    private final Set<Integer> withUnits = new HashSet<>();

    Buses(CommandDraft draft) {
        this.pci = new PciPlaces(draft);
        for (Type type : Type.values()) {
            controllers.put(type, new TreeMap<>());
        }
    }

    PciPlaces pci() {
        return pci;
    }

    /** Makes a controller known under its id. */
    void add(Type type, int index, String id) {
        controllers.get(type).put(index, id);
    }

    /** A SCSI controller whose disks have a target and a unit, not one number alone. */
    void addWithUnits(int index, String id) {
        add(Type.SCSI, index, id);
        withUnits.add(index);
    }

    boolean hasUnits(int scsiController) {
        return withUnits.contains(scsiController);
    }

    boolean hasAny(Type type) {
        return !controllers.get(type).isEmpty();
    }

    /** The id of a controller, empty where the command does not have it. */
    Optional<String> id(Type type, int index) {
        return Optional.ofNullable(controllers.get(type).get(index));
    }

    /** The id of the controller of the lowest index. */
    String firstId(Type type) {
        return controllers.get(type).firstEntry().getValue();
    }
}
