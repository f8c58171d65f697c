package io.sevguest.qemu;

import io.sevguest.domain.DiskBus;
import io.sevguest.domain.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** USB controllers. */
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

    private static final Map<String, String> FIRST_PORTS =
            Map.of("ich9-uhci1", "0", "ich9-uhci2", "2", "ich9-uhci3", "4");

    private final CommandDraft draft;

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
        if (isCompanion(controller)) {
            companion(option, controller, index);
        } else {
            String id = new DeviceOptions(draft).id(option, controller, usualId(index));
            draft.buses().add(Buses.Type.USB, index, id);
            ports(option, controller, model);
        }
        draft.buses().pci().place(option, controller);
        draft.argument("-device", option);
    }

    /** Whether it is the slow half of another controller, which has to be there first. */
    static boolean isCompanion(Element controller) {
        return controller.child("master").isPresent()
                || FIRST_PORTS.containsKey(controller.attribute("model"));
    }

    private void companion(OptionText option, Element controller, int index) {
        new DeviceOptions(draft).ownId(option, controller);
        String bus = draft.buses().id(Buses.Type.USB, index).orElse(usualId(index)) + ".0";
        Optional<Place> master =
                controller
                        .child("master")
                        .map(it -> Place.of(it, "startport"))
                        .filter(Place::isWritten);
        if (master.isPresent()) {
            option.add("masterbus", bus, Place.of(master.get().element()));
            option.add("firstport", master.get());
        } else {
            option.add("masterbus", bus);
            option.add("firstport", FIRST_PORTS.getOrDefault(controller.attribute("model"), "0"));
        }
    }

    private static void ports(OptionText option, Element controller, String model) {
        Place ports = Place.of(controller, "ports");
        if (ports.isWritten() && model.endsWith("xhci")) {
            option.add("p2", ports).add("p3", ports.value());
        }
    }

    private static String usualId(int index) {
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
        if (!draft.buses().hasAny(Buses.Type.USB) && !off && isNeeded()) {
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
            draft.buses().add(Buses.Type.USB, 0, "usb");
        }
    }

    private boolean isNeeded() {
        List<Element> devices =
                draft.domain().at("devices").map(Element::children).orElse(List.of());
        return devices.stream()
                .anyMatch(
                        it ->
                                it.name().equals("input") && it.attribute("bus").equals("usb")
                                        || it.name().equals("disk") && DiskBus.of(it).equals("usb")
                                        || it.name().equals("input")
                                                && it.attribute("type").equals("tablet")
                                                && it.attribute("bus").isEmpty());
    }
}
