package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.UsbPorts;
import io.sevguest.qemu.command.draft.VirtioSerial;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The monitor, serial and parallel ports, consoles and channels. */
public final class CharacterDevices {
    /** Id of the character device behind the serial port that a launch shows. */
    static final String SERIAL = "charserial0";

    private static final Map<String, String> SERIAL_MODELS =
            Map.of(
                    "isa-serial",
                    "isa-serial",
                    "pci-serial",
                    "pci-serial",
                    "usb-serial",
                    "usb-serial");

    private static final String NOTHING_BEHIND =
            "Nothing is connected to it: a local start shows the first serial port alone.";

    private final CommandDraft draft;
    private final DeviceOptions options;
    private final VirtioPorts virtioPorts;

    public CharacterDevices(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
        this.virtioPorts = new VirtioPorts(draft);
    }

    public void write() {
        socket("charmonitor", draft.files().qmpSocket().toString());
        draft.argument(
                "-mon", OptionText.empty().add("chardev", "charmonitor").add("mode", "control"));
        serials();
        consoles();
        parallels();
        channels();
    }

    private void socket(String id, String path, XmlPlace... places) {
        draft.argument(
                "-chardev",
                OptionText.of("socket")
                        .add("id", id)
                        .add("path", path, places)
                        .add("server", "on")
                        .add("wait", "off"));
    }

    /** A character device with nothing behind it. */
    static void nothing(CommandDraft draft, String id, Element device) {
        draft.argument("-chardev", OptionText.of("null", XmlPlace.of(device)).add("id", id));
        draft.omit(XmlPlace.of(device, "type"), NOTHING_BEHIND);
        device.child("source").ifPresent(it -> draft.omit(it, NOTHING_BEHIND));
        device.child("protocol").ifPresent(it -> draft.omit(it, NOTHING_BEHIND));
    }

    private void serials() {
        List<Element> serials = pluggableSerials();
        Optional<Element> console = consoleInPlaceOfSerial();
        if (serials.isEmpty()) {
            serials = console.map(List::of).orElse(List.of());
        }
        if (serials.isEmpty()) {
            socket(SERIAL, draft.files().serialSocket().toString());
            draft.argument(
                    "-device",
                    OptionText.of("isa-serial").add("chardev", SERIAL).add("id", "serial0"));
            draft.assume(
                    "serial port",
                    "isa-serial",
                    "The guest has none; one is added, so that its console can be shown.");
            return;
        }
        for (int i = 0; i < serials.size(); i++) {
            serial(serials.get(i), i);
        }
    }

    /** The serial ports but those on USB where the guest has none. */
    private List<Element> pluggableSerials() {
        List<Element> pluggable = new ArrayList<>();
        for (Element serial : draft.domain().all("devices/serial")) {
            if (targetType(serial).equals("usb-serial") && !draft.buses().hasAny(Buses.Type.USB)) {
                draft.omit(serial, UsbPorts.NONE);
            } else {
                pluggable.add(serial);
            }
        }
        return pluggable;
    }

    /** The first console is the first serial port under another name, unless it says otherwise. */
    private Optional<Element> consoleInPlaceOfSerial() {
        return draft.domain().all("devices/console").stream()
                .findFirst()
                .filter(it -> List.of("", "serial").contains(targetType(it)));
    }

    private static String targetType(Element device) {
        return device.child("target").map(it -> it.attribute("type")).orElse("");
    }

    private void serial(Element serial, int index) {
        String id = "charserial" + index;
        if (index == 0) {
            socket(id, draft.files().serialSocket().toString(), XmlPlace.of(serial));
            draft.omit(
                    XmlPlace.of(serial, "type"),
                    "A local start puts the first serial port on a socket of its own.");
            serial.child("source").ifPresent(it -> draft.omit(it, "It is replaced by a socket."));
            serial.child("protocol").ifPresent(it -> draft.omit(it, "It is replaced by a socket."));
        } else {
            nothing(draft, id, serial);
        }
        Optional<Element> target = serial.child("target");
        String model = SERIAL_MODELS.getOrDefault(targetType(serial), "isa-serial");
        OptionText option =
                OptionText.of(
                        model,
                        target.map(it -> XmlPlace.of(it, "type")).orElse(XmlPlace.of(serial)));
        option.add("chardev", id);
        options.id(option, serial, "serial" + index);
        target.flatMap(it -> it.child("model"))
                .ifPresent(it -> option.from(XmlPlace.of(it, "name")));
        switch (model) {
            case "isa-serial" ->
                    target.filter(it -> it.attribute("port").matches("[0-3]"))
                            .filter(it -> draft.buses().take("isa-serial " + it.attribute("port")))
                            .ifPresent(it -> option.add("index", XmlPlace.of(it, "port")));
            case "pci-serial" -> draft.buses().pci().place(option, serial);
            default -> new UsbPorts(draft).place(option, serial);
        }
        target.ifPresent(it -> draft.neutral(it, "port"));
        draft.argument("-device", option);
    }

    private void consoles() {
        List<Element> consoles = draft.domain().all("devices/console");
        Optional<Element> same = consoleInPlaceOfSerial();
        int index = 0;
        for (Element console : consoles) {
            if (VirtioSerial.isPort(console)) {
                virtioPorts.write(console, "virtconsole", "console" + index);
            } else if (same.isPresent() && same.get() == console) {
                sameAsSerial(console);
            } else {
                draft.omit(console, "It is the first serial port under a second name.");
            }
            index++;
        }
    }

    private void sameAsSerial(Element console) {
        draft.neutral(console, "type", "tty");
        console.child("target").ifPresent(it -> draft.neutral(it, "type", "port"));
        console.child("alias").ifPresent(it -> draft.neutral(it, "name"));
    }

    private void parallels() {
        int index = 0;
        for (Element parallel : draft.domain().all("devices/parallel")) {
            String id = "charparallel" + index;
            nothing(draft, id, parallel);
            OptionText option = OptionText.of("isa-parallel").add("chardev", id);
            options.id(option, parallel, "parallel" + index);
            parallel.child("target")
                    .filter(it -> it.attribute("port").matches("[0-2]"))
                    .filter(it -> draft.buses().take("isa-parallel " + it.attribute("port")))
                    .ifPresent(it -> option.add("index", XmlPlace.of(it, "port")));
            draft.argument("-device", option);
            index++;
        }
    }

    private void channels() {
        int index = 0;
        for (Element channel : draft.domain().all("devices/channel")) {
            String type = channel.attribute("type");
            if (!VirtioSerial.isPort(channel)) {
                draft.omit(
                        channel,
                        "It leads from the guest's network to the host; it is not opened.");
            } else if (type.startsWith("spice") || type.contains("vdagent")) {
                draft.omit(channel, "It is for SPICE; the screen is shown without it.");
            } else {
                virtioPorts.write(channel, "virtserialport", "channel" + index);
            }
            index++;
        }
    }
}
