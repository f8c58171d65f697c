package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** USB controllers, and how USB devices hang on them. */
final class UsbControllers {
    private static final Map<String, String> DEVICES =
            Map.ofEntries(
                    Map.entry("", "piix3-usb-uhci"),
                    Map.entry("piix3-uhci", "piix3-usb-uhci"),
                    Map.entry("piix4-uhci", "piix4-usb-uhci"),
                    Map.entry("ehci", "usb-ehci"),
                    Map.entry("ich9-ehci1", "ich9-usb-ehci1"),
                    Map.entry("ich9-uhci1", "ich9-usb-uhci1"),
                    Map.entry("ich9-uhci2", "ich9-usb-uhci2"),
                    Map.entry("ich9-uhci3", "ich9-usb-uhci3"),
                    Map.entry("pci-ohci", "pci-ohci"),
                    Map.entry("nec-xhci", "nec-usb-xhci"),
                    Map.entry("qemu-xhci", "qemu-xhci"));

    private final CommandDraft draft;
    private final Set<Integer> written = new HashSet<>();

    UsbControllers(CommandDraft draft) {
        this.draft = draft;
    }

    void write(Element controller, int index) {
        String model = controller.attribute("model");
        if (model.equals("none")) {
            draft.neutral(controller, "model");
            return;
        }
        String device = DEVICES.get(model);
        if (device == null) {
            draft.omit(
                    controller, "An x86_64 QEMU has no USB controller of the model " + model + ".");
            return;
        }
        OptionText option = OptionText.of(device, Place.of(controller, "model"));
        Optional<Element> master = controller.child("master");
        if (master.isPresent()) {
            option.add("masterbus", bus(index) + ".0", Place.of(master.get()));
            option.addWritten("firstport", Place.of(master.get(), "startport"));
        } else {
            new DeviceOptions(draft).id(option, controller, bus(index));
            written.add(index);
            ports(option, controller, model);
        }
        draft.buses().pci().place(option, controller);
        draft.argument("-device", option);
    }

    private static void ports(OptionText option, Element controller, String model) {
        Place ports = Place.of(controller, "ports");
        if (ports.isWritten() && model.endsWith("xhci")) {
            option.add("p2", ports).add("p3", ports.value());
        }
    }

    private static String bus(int index) {
        return index == 0 ? "usb" : "usb" + index;
    }

    /** Adds the controller that USB devices need and the XML does not have. */
    void addMissing() {
        boolean off =
                draft.domain().all("devices/controller").stream()
                        .anyMatch(
                                it ->
                                        it.attribute("type").equals("usb")
                                                && it.attribute("model").equals("none"));
        if (written.isEmpty() && !off && isNeeded()) {
            String device =
                    draft.machine() == MachineKind.Q35 && draft.isAtLeast(2, 10)
                            ? "qemu-xhci"
                            : "piix3-usb-uhci";
            OptionText option = OptionText.of(device).add("id", "usb");
            draft.buses().pci().placeAdded(option);
            draft.argument("-device", option);
            draft.assume(
                    "usb controller",
                    device,
                    "The guest has USB devices, but no controller for them.");
            written.add(0);
        }
        draft.buses().setUsb(new UsbPorts(written));
    }

    private boolean isNeeded() {
        List<Element> devices =
                draft.domain().at("devices").map(Element::children).orElse(List.of());
        return devices.stream()
                .anyMatch(
                        it ->
                                it.name().equals("input") && it.attribute("bus").equals("usb")
                                        || it.name().equals("disk")
                                                && DiskSource.bus(it).equals("usb")
                                        || it.name().equals("input")
                                                && it.attribute("type").equals("tablet")
                                                && it.attribute("bus").isEmpty());
    }
}
