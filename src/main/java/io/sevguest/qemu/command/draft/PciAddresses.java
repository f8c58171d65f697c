package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.Element;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The places of PCI devices: the address in the XML, otherwise a free one, so that no device uses
 * one that another asks for.
 */
public final class PciAddresses {
    private static final int FUNCTIONS = 8;
    private static final int SLOTS = 32;

    private final CommandDraft draft;
    private final Map<Integer, String> buses = new HashMap<>();
    private final BitSet takenSlots = new BitSet(SLOTS);
    private final Deque<FreeSlot> freePlaces = new ArrayDeque<>();
    private final Set<Integer> usedBuses = new HashSet<>();
    private final Map<Integer, Integer> devicesPerSlot = new HashMap<>();
    private int portSlot = -1;
    private int portFunction = FUNCTIONS;
    private final PciSlots slots;
    private boolean overflowTold;

    private record FreeSlot(String bus, int slot) {}

    PciAddresses(CommandDraft draft) {
        this.draft = draft;
        this.slots = new PciSlots(draft.machine());
        buses.put(0, draft.machine().rootBus());
        takenSlots.set(0);
        takenSlots.set(draft.machine() == MachineKind.Q35 ? SLOTS - 1 : 1);
        draft.domain().at("devices").ifPresent(this::takeWritten);
    }

    private void takeWritten(Element devices) {
        for (Element device : devices.children()) {
            Optional<Element> address = device.child("address");
            if (address.isPresent() && isPci(address.get())) {
                int bus = part(address.get(), "bus").orElse(0);
                usedBuses.add(bus);
                devicesPerSlot.merge(slotKey(address.get()), 1, Integer::sum);
                if (bus == 0) {
                    takenSlots.set(part(address.get(), "slot").orElse(0) % SLOTS);
                }
            }
        }
    }

    private static boolean isPci(Element address) {
        return address.attribute("type").equals("pci") && address.hasAttribute("slot");
    }

    private static OptionalInt part(Element address, String attribute) {
        return Numbers.address(address.attribute(attribute));
    }

    /** Makes the bus behind a controller known; what follows may be plugged there. */
    public void addBus(int index, String id) {
        buses.put(index, id);
        slots.addBus(index);
    }

    /** Does the same for a port for one device, which may be any that no other device asks for. */
    public void addPort(int index, String id) {
        buses.put(index, id);
        slots.addPort(index);
        if (!usedBuses.contains(index)) {
            freePlaces.add(new FreeSlot(id, 0));
        }
    }

    /** The same for a bridge, which takes as many devices as a root bus. */
    public void addBridge(int index, String id) {
        buses.put(index, id);
        slots.addBridge(index);
        for (int slot = 1; slot < SLOTS; slot++) {
            if (!devicesPerSlot.containsKey(index * SLOTS + slot)) {
                freePlaces.add(new FreeSlot(id, slot));
            }
        }
    }

    /** Adds bus and address of a device. */
    public void place(OptionText option, Element device) {
        Optional<Element> address = device.child("address");
        if (address.isPresent() && isPci(address.get())) {
            written(option, address.get());
        } else if (draft.machine() != MachineKind.OTHER) {
            free(option, device);
            address.filter(it -> it.attribute("type").equals("pci"))
                    .ifPresent(
                            it ->
                                    option.from(
                                            XmlPlace.of(it, "type"),
                                            XmlPlace.of(it, "multifunction")));
        }
    }

    /** Adds bus and address of a device that the XML does not have. */
    public void placeAdded(OptionText option) {
        if (draft.machine() != MachineKind.OTHER) {
            free(option, draft.domain().root());
        }
    }

    private void written(OptionText option, Element address) {
        OptionalInt bus = part(address, "bus");
        OptionalInt slot = part(address, "slot");
        OptionalInt function = part(address, "function");
        String name = buses.get(bus.orElse(0));
        boolean there =
                name != null
                        && slot.isPresent()
                        && part(address, "domain").orElse(0) == 0
                        && slots.take(bus.orElse(0), slot.getAsInt(), function.orElse(0));
        if (!there) {
            draft.omit(
                    address,
                    "The command has no such PCI address, or another device is there; another place"
                            + " is taken.");
            if (draft.machine() != MachineKind.OTHER) {
                free(option, address);
            }
            return;
        }
        draft.neutral(address, "type", "domain");
        option.add("bus", name, XmlPlace.of(address, "bus"));
        multifunction(option, address, function.orElse(0));
        String slotText = "0x" + Integer.toHexString(slot.getAsInt());
        option.add(
                "addr",
                function.orElse(0) == 0
                        ? slotText
                        : slotText + "." + Integer.toHexString(function.getAsInt()),
                XmlPlace.of(address, "slot"),
                XmlPlace.of(address, "function"));
    }

    private void multifunction(OptionText option, Element address, int function) {
        XmlPlace written = XmlPlace.of(address, "multifunction");
        if (written.isWritten()) {
            option.addSwitch("multifunction", written);
        } else if (function == 0 && sharesSlot(address)) {
            option.add("multifunction", "on");
        }
    }

    private boolean sharesSlot(Element address) {
        return devicesPerSlot.getOrDefault(slotKey(address), 0) > 1;
    }

    private static int slotKey(Element address) {
        return part(address, "bus").orElse(0) * SLOTS + part(address, "slot").orElse(0);
    }

    private void free(OptionText option, Element device) {
        int slot = takenSlots.nextClearBit(0);
        if (slot < SLOTS) {
            takenSlots.set(slot);
            option.add("bus", draft.machine().rootBus());
            option.add("addr", "0x" + Integer.toHexString(slot));
        } else if (!freePlaces.isEmpty()) {
            FreeSlot place = freePlaces.remove();
            option.add("bus", place.bus).add("addr", "0x" + Integer.toHexString(place.slot));
        } else if (!overflowTold) {
            overflowTold = true;
            draft.finding(XmlPlace.of(device), "pci-places-used-up");
        }
    }

    /** Adds bus and address of a root port without an address: eight share a slot. */
    public void placePort(OptionText option, Element port) {
        if (port.child("address").filter(PciAddresses::isPci).isPresent()) {
            place(option, port);
            return;
        }
        if (portFunction == FUNCTIONS) {
            int slot = takenSlots.nextClearBit(0);
            if (slot >= SLOTS) {
                free(option, port);
                return;
            }
            takenSlots.set(slot);
            portSlot = slot;
            portFunction = 0;
        }
        option.add("bus", draft.machine().rootBus());
        if (portFunction == 0) {
            option.add("multifunction", "on");
        }
        String slot = "0x" + Integer.toHexString(portSlot);
        option.add("addr", portFunction == 0 ? slot : slot + "." + portFunction);
        portFunction++;
    }
}
