package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.UsbPorts;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;

/** Mice, tablets and keyboards. */
public final class InputArguments {
    private static final Map<String, String> USB =
            Map.of("mouse", "usb-mouse", "tablet", "usb-tablet", "keyboard", "usb-kbd");
    private static final Map<String, String> VIRTIO =
            Map.of(
                    "mouse", "virtio-mouse",
                    "tablet", "virtio-tablet",
                    "keyboard", "virtio-keyboard");

    private final CommandDraft draft;
    private final DeviceOptions options;

    public InputArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        int index = 0;
        for (Element input : draft.domain().all("devices/input")) {
            write(input, index);
            index++;
        }
    }

    private void write(Element input, int index) {
        String type = input.attribute("type");
        String written = input.attribute("bus");
        String bus = written.isEmpty() ? (type.equals("tablet") ? "usb" : "ps2") : written;
        if (bus.equals("ps2") && (type.equals("mouse") || type.equals("keyboard"))) {
            draft.neutral(input, "type", "bus");
            input.child("alias").ifPresent(it -> draft.neutral(it, "name"));
        } else if (bus.equals("usb")
                && USB.containsKey(type)
                && draft.buses().hasAny(Buses.Type.USB)) {
            OptionText option =
                    OptionText.of(
                            USB.get(type), XmlPlace.of(input, "type"), XmlPlace.of(input, "bus"));
            options.id(option, input, "input" + index);
            new UsbPorts(draft).place(option, input);
            draft.argument("-device", option);
        } else if (bus.equals("virtio") && VIRTIO.containsKey(type)) {
            OptionText option = options.virtio(VIRTIO.get(type), input, "type");
            option.from(XmlPlace.of(input, "bus"));
            options.id(option, input, "input" + index);
            options.virtioDriver(option, input);
            draft.neutral(input, "model");
            draft.buses().pci().place(option, input);
            draft.argument("-device", option);
        } else {
            draft.omit(
                    input,
                    bus.equals("usb")
                            ? UsbPorts.NONE
                            : "An input device of the host is not passed through.");
        }
    }
}
