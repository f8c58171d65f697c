package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The places of USB devices: the address in the XML, otherwise the first controller. */
public final class UsbPorts {
    /** The reason for leaving out a USB device if there is no controller for it. */
    public static final String NONE = "The guest has no USB controller.";

    private static final String USED_UP = "usb-ports-used-up";

    private static final String TOO_SLOW = "usb-device-too-slow";

    private final CommandDraft draft;

    public UsbPorts(CommandDraft draft) {
        this.draft = draft;
    }

    /** Adds the bus and port of a device; does nothing if there is no controller. */
    public void place(OptionText option, Element device) {
        Optional<Element> address = address(device);
        if (address.isPresent()) {
            int index = number(address.get(), "bus");
            int port = number(address.get(), "port");
            Optional<String> bus = draft.buses().id(Buses.Type.USB, index);
            if (bus.isPresent() && take(index, port)) {
                speed(option, device, index);
                draft.neutral(address.get(), "type");
                option.add("bus", bus.get() + ".0", XmlPlace.of(address.get(), "bus"));
                option.add("port", Integer.toString(port), XmlPlace.of(address.get(), "port"));
                return;
            }
            draft.omit(
                    address.get(),
                    "The command has no such USB port, or another device is there; another port is"
                            + " taken.");
        }
        draft.buses().first(Buses.Type.USB).ifPresent(it -> first(option, device, it));
    }

    private static Optional<Element> address(Element device) {
        return device.child("address").filter(it -> it.attribute("type").equals("usb"));
    }

    private static int number(Element address, String attribute) {
        return DecimalNumber.of(address.attribute(attribute)).orElse(-1);
    }

    private boolean take(int controller, int port) {
        return port >= 1
                && port <= draft.buses().usbPorts(controller)
                && draft.buses().take(place(controller, port));
    }

    private static String place(int controller, int port) {
        return "usb" + controller + "." + port;
    }

    /** QEMU chooses the port, unless it could choose one that a later device asks for. */
    private void first(OptionText option, Element device, Map.Entry<Integer, String> controller) {
        option.add("bus", controller.getValue() + ".0");
        int index = controller.getKey();
        speed(option, device, index);
        Set<String> asked = asked();
        boolean shared = asked.stream().anyMatch(it -> it.startsWith("usb" + index + "."));
        if (!shared) {
            return;
        }
        for (int port = 1; port <= draft.buses().usbPorts(index); port++) {
            if (!asked.contains(place(index, port)) && take(index, port)) {
                option.add("port", Integer.toString(port));
                return;
            }
        }
        if (!draft.hasFinding(USED_UP)) {
            draft.finding(XmlPlace.of(device), USED_UP);
        }
    }

    /** An EHCI controller without its slow halves takes no serial port and no network card. */
    private void speed(OptionText option, Element device, int index) {
        boolean slow =
                option.text().startsWith("usb-serial") || option.text().startsWith("usb-net");
        if (slow && draft.buses().isFastOnly(index) && !draft.hasFinding(TOO_SLOW)) {
            draft.finding(XmlPlace.of(device), TOO_SLOW);
        }
    }

    /** The ports that devices of the document ask for. */
    private Set<String> asked() {
        return draft.domain().at("devices").stream()
                .flatMap(devices -> devices.children().stream())
                .flatMap(device -> address(device).stream())
                .map(it -> place(number(it, "bus"), number(it, "port")))
                .collect(Collectors.toSet());
    }
}
