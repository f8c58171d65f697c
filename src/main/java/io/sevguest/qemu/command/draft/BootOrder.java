package io.sevguest.qemu.command.draft;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** In which order devices are booted from: by the devices themselves, else by {@code os/boot}. */
public final class BootOrder {
    private final CommandDraft draft;
    private final Map<Element, Entry> entries = new HashMap<>();

    private record Entry(String index, Optional<XmlPlace> place) {}

    BootOrder(CommandDraft draft) {
        this.draft = draft;
        DomainXml domain = draft.domain();
        List<Element> devices = domain.at("devices").map(Element::children).orElse(List.of());
        devices.forEach(this::ofDevice);
        List<Element> kinds = domain.all("os/boot");
        if (!entries.isEmpty()) {
            kinds.forEach(it -> draft.omit(it, "The devices have boot orders of their own."));
        } else if (kinds.isEmpty()) {
            usual(devices);
        } else {
            ofKinds(kinds, devices);
        }
    }

    private void ofDevice(Element device) {
        Optional<Element> boot = device.child("boot");
        if (boot.isPresent() && DecimalNumber.of(boot.get().attribute("order")).isPresent()) {
            entries.put(
                    device,
                    new Entry(
                            boot.get().attribute("order"),
                            Optional.of(XmlPlace.of(boot.get(), "order"))));
        }
    }

    private void usual(List<Element> devices) {
        if (draft.domain().at("os/kernel").isPresent()) {
            return;
        }
        first(devices, isDisk("disk"))
                .ifPresent(
                        disk -> {
                            entries.put(disk, new Entry("1", Optional.empty()));
                            draft.assume(
                                    "bootindex",
                                    "1",
                                    "libvirt boots from the first disk by default.");
                        });
    }

    private void ofKinds(List<Element> kinds, List<Element> devices) {
        int index = 1;
        for (Element kind : kinds) {
            Optional<Element> device = first(devices, wanted(kind.attribute("dev")));
            if (device.isEmpty() || entries.containsKey(device.get())) {
                draft.omit(kind, "The guest has no other such device.");
            } else {
                entries.put(
                        device.get(),
                        new Entry(Integer.toString(index), Optional.of(XmlPlace.of(kind, "dev"))));
                index++;
            }
        }
    }

    private Optional<Element> first(List<Element> devices, Predicate<Element> wanted) {
        return devices.stream().filter(wanted).findFirst();
    }

    private static Predicate<Element> wanted(String dev) {
        return switch (dev) {
            case "cdrom" -> isDisk("cdrom");
            case "fd" -> isDisk("floppy");
            case "network" -> device -> device.name().equals("interface");
            default -> isDisk("disk");
        };
    }

    private static Predicate<Element> isDisk(String kind) {
        return device -> device.name().equals("disk") && kind.equals(DriveSource.device(device));
    }

    /** Adds the device's place in the order, where it has one. */
    public void addTo(OptionText option, Element device) {
        addTo(option, "bootindex", device);
    }

    /** The same under another key. */
    public void addTo(OptionText option, String key, Element device) {
        Entry entry = entries.get(device);
        if (entry != null) {
            option.add(key, entry.index, entry.place.stream().toArray(XmlPlace[]::new));
        }
    }

    public boolean has(Element device) {
        return entries.containsKey(device);
    }
}
