package io.sevguest.qemu.command.device;

import io.sevguest.domain.device.DiskBus;
import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    private static final Map<String, Integer> PORTS =
            Map.of("ehci", 6, "ich9-ehci1", 6, "pci-ohci", 3);
    private static final int UHCI_PORTS = 2;
    private static final int XHCI_PORTS = 4;
    private static final int MOST_PORTS = 15;

    private final CommandDraft draft;
    private final Set<Integer> masters = new TreeSet<>();

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
        OptionText option = OptionText.of(device, XmlPlace.of(controller, "model"));
        Optional<String> master = draft.buses().id(Buses.Type.USB, index);
        if (isCompanion(controller) && master.isPresent()) {
            if (!companion(option, controller, index, master.get())) {
                return;
            }
        } else if (master.isPresent()) {
            ControllerArguments.twice(draft, controller, index);
            return;
        } else {
            String id = new DeviceOptions(draft).id(option, controller, usualId(index));
            draft.buses().addUsb(index, id, ports(option, controller, model));
            draft.buses().fastOnly(index, model.contains("ehci"));
            if (model.equals("ich9-ehci1")) {
                masters.add(index);
            }
            controller
                    .child("master")
                    .ifPresent(it -> draft.omit(it, "The guest has no such EHCI controller."));
        }
        draft.buses().pci().place(option, controller);
        draft.argument("-device", option);
    }

    /** Returns whether it is the slow half of another controller, which has to be there first. */
    static boolean isCompanion(Element controller) {
        return controller.child("master").isPresent()
                || FIRST_PORTS.containsKey(controller.attribute("model"));
    }

    /** Writes the slow half of an EHCI controller; false where it has no such place. */
    private boolean companion(OptionText option, Element controller, int index, String masterId) {
        Optional<XmlPlace> written =
                controller
                        .child("master")
                        .map(it -> XmlPlace.of(it, "startport"))
                        .filter(XmlPlace::isWritten);
        String usual = FIRST_PORTS.getOrDefault(controller.attribute("model"), "0");
        int port = DecimalNumber.of(written.map(XmlPlace::value).orElse(usual)).orElse(-1);
        boolean fits = masters.contains(index) && FIRST_PORTS.containsValue(Integer.toString(port));
        if (!fits || !draft.buses().take("companion" + index + "." + port)) {
            ControllerArguments.twice(draft, controller, index);
            return false;
        }
        draft.buses().fastOnly(index, false);
        new DeviceOptions(draft).ownId(option, controller);
        if (written.isPresent()) {
            option.add("masterbus", masterId + ".0", XmlPlace.of(written.get().element()));
            option.add("firstport", written.get());
        } else {
            option.add("masterbus", masterId + ".0");
            option.add("firstport", usual);
        }
        return true;
    }

    /** Adds the number of ports where it is written, and returns it. */
    private int ports(OptionText option, Element controller, String model) {
        XmlPlace ports = XmlPlace.of(controller, "ports");
        int number = DecimalNumber.of(ports.value()).orElse(0);
        if (!model.endsWith("xhci")) {
            return PORTS.getOrDefault(model, UHCI_PORTS);
        }
        if (number >= 1 && number <= MOST_PORTS) {
            option.add("p2", ports).add("p3", ports.value());
            return number;
        }
        draft.omit(ports, "An xHCI controller has 1 to " + MOST_PORTS + " ports.");
        return XHCI_PORTS;
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
            int ports = device.equals("qemu-xhci") ? XHCI_PORTS : UHCI_PORTS;
            draft.buses().addUsb(0, draft.freeId("usb"), ports);
        }
    }

    private boolean isNeeded() {
        List<Element> devices =
                draft.domain().at("devices").map(Element::children).orElse(List.of());
        return devices.stream().anyMatch(UsbControllers::isUsb);
    }

    private static boolean isUsb(Element device) {
        return switch (device.name()) {
            case "input" ->
                    device.attribute("bus").equals("usb")
                            || (device.attribute("type").equals("tablet")
                                    && device.attribute("bus").isEmpty());
            case "disk" -> DiskBus.of(device).equals("usb");
            case "serial" -> has(device, "target", "usb-serial");
            case "interface" -> has(device, "model", "usb-net");
            default -> false;
        };
    }

    private static boolean has(Element device, String child, String type) {
        return device.child(child).filter(it -> it.attribute("type").equals(type)).isPresent();
    }
}
