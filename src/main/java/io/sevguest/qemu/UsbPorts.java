package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.Optional;
import java.util.Set;

/**
 * The USB buses of the guest.
 *
 * @param controllers their indices
 */
record UsbPorts(Set<Integer> controllers) {
    UsbPorts {
        controllers = Set.copyOf(controllers);
    }

    boolean exist() {
        return !controllers.isEmpty();
    }

    /** Adds bus and port of a device. */
    void place(CommandDraft draft, OptionText option, Element device) {
        Optional<Element> address =
                device.child("address").filter(it -> it.attribute("type").equals("usb"));
        if (address.isPresent()) {
            int bus = Numbers.decimal(address.get().attribute("bus")).orElse(-1);
            String port = address.get().attribute("port");
            if (controllers.contains(bus) && port.matches("\\d{1,3}")) {
                draft.neutral(address.get(), "type");
                option.add("bus", name(bus), Place.of(address.get(), "bus"));
                option.add("port", Place.of(address.get(), "port"));
                return;
            }
            draft.omit(
                    address.get(), "There is no such USB port in the command; QEMU chooses one.");
        }
        int first = controllers.stream().min(Integer::compare).orElse(0);
        option.add("bus", name(first));
    }

    private static String name(int controller) {
        return controller == 0 ? "usb.0" : "usb" + controller + ".0";
    }
}
