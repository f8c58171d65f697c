package io.sevguest.qemu.command.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The addresses on each PCI bus, each for one device. */
final class PciSlots {
    private static final int LAST_SLOT = 31;
    private static final int LAST_FUNCTION = 7;

    private record Range(int first, int last) {}

    private final Map<Integer, Range> buses = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The root bus with the devices that are part of the machine. */
    PciSlots(MachineKind machine) {
        buses.put(0, new Range(0, LAST_SLOT));
        taken.addAll(
                switch (machine) {
                    case Q35 -> Set.of("0:0.0", "0:31.0", "0:31.2", "0:31.3");
                    case I440FX -> Set.of("0:0.0", "0:1.0", "0:1.1", "0:1.3");
                    case OTHER -> Set.of("0:0.0");
                });
    }

    void addBus(int index) {
        buses.put(index, new Range(0, LAST_SLOT));
    }

    /** The bus behind a port, which has one slot. */
    void addPort(int index) {
        buses.put(index, new Range(0, 0));
    }

    /** The bus behind a bridge, whose slot 0 is its own. */
    void addBridge(int index) {
        buses.put(index, new Range(1, LAST_SLOT));
    }

    /** Takes an address; returns false if it does not exist or is in use. */
    boolean take(int bus, int slot, int function) {
        Range range = buses.get(bus);
        return range != null
                && slot >= range.first
                && slot <= range.last
                && function >= 0
                && function <= LAST_FUNCTION
                && taken.add(bus + ":" + slot + "." + function);
    }
}
