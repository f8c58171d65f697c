package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.Buses;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.VirtioSerial;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Channels and consoles as ports of the virtio serial controllers. */
final class VirtioPorts {
    /** The highest port of a controller; port 0 is for a console. */
    private static final int HIGHEST = 30;

    private static final String USED_UP = "virtio-serial-ports-used-up";

    private final CommandDraft draft;
    private final DeviceOptions options;

    VirtioPorts(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    /** Writes a port, or leaves it out where its controller is not in the command. */
    void write(Element port, String device, String id) {
        Optional<Element> address = address(port);
        int controller = controller(address);
        Optional<String> bus = draft.buses().id(Buses.Type.VIRTIO_SERIAL, controller);
        if (bus.isEmpty()) {
            draft.omit(port, "Its controller is not in the command.");
            return;
        }
        CharacterDevices.nothing(draft, "char" + id, port);
        Element target = port.child("target").orElseThrow();
        OptionText option = OptionText.of(device, XmlPlace.of(target, "type"));
        option.add("bus", bus.get() + ".0");
        number(option, port, address, controller);
        option.add("chardev", "char" + id);
        options.id(option, port, id);
        name(option, XmlPlace.of(target, "name"), controller);
        draft.neutral(target, "port");
        draft.argument("-device", option);
    }

    private static Optional<Element> address(Element port) {
        return port.child("address").filter(it -> it.attribute("type").equals("virtio-serial"));
    }

    private static int controller(Optional<Element> address) {
        OptionalInt written =
                address.map(it -> DecimalNumber.of(it.attribute("controller")))
                        .orElse(OptionalInt.empty());
        return written.orElse(0);
    }

    /** The written number, else one that QEMU chooses where no other port asks for one. */
    private void number(
            OptionText option, Element port, Optional<Element> address, int controller) {
        address.ifPresent(it -> draft.neutral(it, "type", "controller", "bus"));
        int written = address.map(VirtioPorts::number).orElse(0);
        if (written >= 1 && written <= HIGHEST && take(controller, written)) {
            option.add("nr", Integer.toString(written), XmlPlace.of(address.orElseThrow(), "port"));
            return;
        }
        Set<Integer> asked = asked(controller);
        if (asked.isEmpty()) {
            return;
        }
        OptionalInt free =
                IntStream.rangeClosed(1, HIGHEST)
                        .filter(it -> !asked.contains(it) && take(controller, it))
                        .findFirst();
        if (free.isPresent()) {
            option.add("nr", Integer.toString(free.getAsInt()));
        } else if (!draft.hasFinding(USED_UP)) {
            draft.finding(XmlPlace.of(port), USED_UP, controller);
        }
    }

    private static int number(Element address) {
        return DecimalNumber.of(address.attribute("port")).orElse(0);
    }

    private boolean take(int controller, int number) {
        return draft.buses().take("virtio-serial " + controller + ":" + number);
    }

    /** The numbers that ports of a controller ask for. */
    private Set<Integer> asked(int controller) {
        return draft.domain().at("devices").stream()
                .flatMap(devices -> devices.children().stream())
                .filter(VirtioSerial::isPort)
                .map(VirtioPorts::address)
                .filter(it -> it.isPresent() && controller(it) == controller)
                .map(it -> number(it.orElseThrow()))
                .filter(it -> it > 0)
                .collect(Collectors.toSet());
    }

    private void name(OptionText option, XmlPlace name, int controller) {
        boolean taken =
                name.isWritten()
                        && !draft.buses().take("channel name " + controller + ":" + name.value());
        if (taken) {
            draft.omit(name, "Another channel of the same controller has this name.");
        } else {
            option.addWritten("name", name);
        }
    }
}
