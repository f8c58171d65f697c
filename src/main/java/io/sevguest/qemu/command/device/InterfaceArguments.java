package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.LocalFileName;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.UsbPorts;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network interfaces: the device, and what is behind it on this machine. */
public final class InterfaceArguments {
    private static final Map<String, String> MODELS =
            Map.ofEntries(
                    Map.entry("e1000", "e1000"),
                    Map.entry("e1000e", "e1000e"),
                    Map.entry("e1000-82544gc", "e1000-82544gc"),
                    Map.entry("e1000-82545em", "e1000-82545em"),
                    Map.entry("rtl8139", "rtl8139"),
                    Map.entry("ne2k_pci", "ne2k_pci"),
                    Map.entry("pcnet", "pcnet"),
                    Map.entry("vmxnet3", "vmxnet3"),
                    Map.entry("tulip", "tulip"),
                    Map.entry("i82551", "i82551"),
                    Map.entry("i82557b", "i82557b"),
                    Map.entry("i82559er", "i82559er"),
                    Map.entry("usb-net", "usb-net"));

    /** Names of network interfaces as Linux has them, none of which is an option. */
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");

    private final CommandDraft draft;
    private final DeviceOptions options;

    public InterfaceArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        int index = 0;
        for (Element nic : draft.domain().all("devices/interface")) {
            write(nic, index);
            index++;
        }
    }

    private void write(Element nic, int index) {
        if (nic.attribute("type").equals("hostdev")) {
            draft.omit(nic, "A device of the host is not passed through.");
            return;
        }
        Optional<OptionText> device = device(nic);
        if (device.isEmpty()) {
            draft.omit(nic, "QEMU has no network card of that model.");
            return;
        }
        boolean usb = device.get().text().equals("usb-net");
        if (usb && !draft.buses().hasAny(Buses.Type.USB)) {
            draft.omit(nic, UsbPorts.NONE);
            return;
        }
        String netdev = "hostnet" + index;
        backend(nic, netdev);
        device(nic, device.get().add("netdev", netdev), index);
    }

    private void backend(Element nic, String id) {
        XmlPlace type = XmlPlace.of(nic, "type");
        OptionText option;
        Optional<Element> source = nic.child("source");
        Optional<XmlPlace> bridge =
                source.map(it -> XmlPlace.of(it, "bridge")).filter(XmlPlace::isWritten);
        boolean named = bridge.filter(it -> !INTERFACE.matcher(it.value()).matches()).isEmpty();
        if (type.value().equals("bridge") && named) {
            option = OptionText.of("bridge", type).add("id", id);
            bridge.ifPresent(it -> option.add("br", it));
        } else {
            option = OptionText.of("user", type).add("id", id);
            if (!type.value().equals("user")) {
                draft.omit(
                        type,
                        "Networks of libvirt and devices of the host need rights that a local start"
                                + " does not have; the guest gets user networking.");
            }
        }
        draft.argument("-netdev", option);
    }

    private Optional<OptionText> device(Element nic) {
        Optional<Element> model = nic.child("model");
        String name = model.map(it -> it.attribute("type")).orElse("");
        if (name.isEmpty()) {
            draft.assume(
                    "model of " + nic.path(),
                    "rtl8139",
                    "libvirt's default, as the XML names none.");
            return Optional.of(OptionText.of("rtl8139"));
        }
        if (name.startsWith("virtio")) {
            return Optional.of(options.virtio("virtio-net", model.orElseThrow(), "type"));
        }
        return Optional.ofNullable(MODELS.get(name))
                .map(device -> OptionText.of(device, XmlPlace.of(model.orElseThrow(), "type")));
    }

    private void device(Element nic, OptionText option, int index) {
        options.id(option, nic, "net" + index);
        nic.child("mac").ifPresent(it -> option.addWritten("mac", XmlPlace.of(it, "address")));
        boolean usb = option.text().startsWith("usb-net");
        if (usb) {
            new UsbPorts(draft).place(option, nic);
        } else {
            draft.buses().pci().place(option, nic);
            nic.child("rom").ifPresent(it -> rom(option, it));
        }
        draft.bootOrder().addTo(option, nic);
        options.acpiIndex(option, nic);
        if (option.text().startsWith("virtio-net")) {
            options.virtioDriver(option, nic);
            nic.child("driver").ifPresent(it -> virtio(option, it));
            nic.child("mtu")
                    .ifPresent(it -> option.addWritten("host_mtu", XmlPlace.of(it, "size")));
        }
        draft.argument("-device", option);
    }

    private static void rom(OptionText option, Element rom) {
        XmlPlace enabled = XmlPlace.of(rom, "enabled");
        if (enabled.value().equals("no")) {
            option.add("romfile", "", enabled);
            return;
        }
        XmlPlace bar = XmlPlace.of(rom, "bar");
        switch (bar.value()) {
            case "on" -> option.add("rombar", "1", bar);
            case "off" -> option.add("rombar", "0", bar);
            default -> {}
        }
        XmlPlace file = XmlPlace.of(rom, "file");
        if (file.isWritten()) {
            option.add("romfile", LocalFileName.of(file.value()), file);
        }
    }

    private void virtio(OptionText option, Element driver) {
        XmlPlace send = XmlPlace.of(driver, "txmode");
        switch (send.value()) {
            case "iothread" -> option.add("tx", "bh", send);
            case "timer" -> option.add("tx", "timer", send);
            default -> {}
        }
        option.addSwitch("ioeventfd", XmlPlace.of(driver, "ioeventfd"));
        option.addSwitch("event_idx", XmlPlace.of(driver, "event_idx"));
        option.addWritten("rx_queue_size", XmlPlace.of(driver, "rx_queue_size"));
        option.addWritten("tx_queue_size", XmlPlace.of(driver, "tx_queue_size"));
    }
}
