package io.sevguest.qemu;

import io.sevguest.domain.DecimalNumber;
import io.sevguest.domain.Element;
import java.util.Optional;

/** Where USB devices are plugged: at the address of the XML, else on the first controller. */
final class UsbPorts {
    private final CommandDraft draft;

    UsbPorts(CommandDraft draft) {
        this.draft = draft;
    }

    /** Adds bus and port of a device; there must be a controller. */
    void place(OptionText option, Element device) {
        Optional<Element> address =
                device.child("address").filter(it -> it.attribute("type").equals("usb"));
        if (address.isPresent()) {
            int index = DecimalNumber.of(address.get().attribute("bus")).orElse(-1);
            Optional<String> bus = draft.buses().id(Buses.Type.USB, index);
            if (bus.isPresent() && address.get().attribute("port").matches("\\d{1,3}")) {
                draft.neutral(address.get(), "type");
                option.add("bus", bus.get() + ".0", Place.of(address.get(), "bus"));
                option.add("port", Place.of(address.get(), "port"));
                return;
            }
            draft.omit(
                    address.get(), "There is no such USB port in the command; QEMU chooses one.");
        }
        option.add("bus", draft.buses().firstId(Buses.Type.USB) + ".0");
    }
}
