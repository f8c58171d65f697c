package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Map;
import java.util.Optional;

/** PCI bridges and ports. */
final class PciControllers {
    private static final Map<String, String> DEVICES =
            Map.of(
                    "pcie-root-port", "pcie-root-port",
                    "pci-bridge", "pci-bridge",
                    "dmi-to-pci-bridge", "i82801b11-bridge",
                    "pcie-to-pci-bridge", "pcie-pci-bridge",
                    "pcie-switch-upstream-port", "x3130-upstream",
                    "pcie-switch-downstream-port", "xio3130-downstream",
                    "pci-expander-bus", "pxb",
                    "pcie-expander-bus", "pxb-pcie");

    private static final int HIGHEST = 255;
    private static final int HIGHEST_INDEX = 254;

    private final CommandDraft draft;
    private String upstream = "";

    PciControllers(CommandDraft draft) {
        this.draft = draft;
    }

    void write(Element controller, int index) {
        String model = controller.attribute("model");
        String device = DEVICES.get(model);
        if (model.equals("pci-root") || model.equals("pcie-root") || model.isEmpty()) {
            root(controller);
        } else if (device == null || !isOnThisMachine(model)) {
            draft.omit(
                    controller, "This machine has no PCI controllers of the model " + model + ".");
        } else if (index < 1 || index > HIGHEST_INDEX) {
            unusable(controller, index);
        } else {
            device(controller, index, model, device);
        }
    }

    private boolean isOnThisMachine(String model) {
        boolean express = !model.equals("pci-bridge") && !model.equals("pci-expander-bus");
        return switch (draft.machine()) {
            case Q35 -> !model.equals("pci-expander-bus");
            case I440FX -> !express;
            case OTHER -> false;
        };
    }

    private void unusable(Element controller, int index) {
        draft.omit(controller, "It has no usable index.");
        draft.finding(
                XmlPlace.of(controller, "index"),
                "controller-index-unusable",
                controller.attribute("model"),
                index,
                HIGHEST_INDEX);
    }

    private void root(Element controller) {
        draft.neutral(controller, "model");
        Optional<Element> hole = controller.child("pcihole64");
        if (hole.isEmpty() || draft.machine() == MachineKind.OTHER) {
            return;
        }
        String host = draft.machine() == MachineKind.Q35 ? "q35-pcihost" : "i440FX-pcihost";
        Numbers.memory(hole.get())
                .ifPresent(
                        size ->
                                draft.argument(
                                        "-global",
                                        OptionText.empty()
                                                .add("driver", host)
                                                .add("property", "pci-hole64-size")
                                                .add(
                                                        "value",
                                                        size.toKib() + "K",
                                                        XmlPlace.of(hole.get()),
                                                        XmlPlace.of(hole.get(), "unit"))));
    }

    private void device(Element controller, int index, String model, String device) {
        OptionText option =
                OptionText.of(name(controller, device), XmlPlace.of(controller, "model"));
        Element target = controller.child("target").orElse(controller);
        if (target != controller) {
            draft.neutral(target);
        }
        boolean port =
                model.equals("pcie-root-port") || model.equals("pcie-switch-downstream-port");
        if (port) {
            numbered(option, "port", target, "port", index);
            numbered(option, "chassis", target, "chassis", index);
            if (draft.isAtLeast(6, 1)) {
                option.addSwitch("hotplug", XmlPlace.of(target, "hotplug"));
            }
        } else if (model.equals("pci-bridge")) {
            numbered(option, "chassis_nr", target, "chassisNr", index);
        } else if (model.endsWith("expander-bus")) {
            numbered(option, "bus_nr", target, "busNr", 254 - 8 * index);
        }
        String id = new DeviceOptions(draft).id(option, controller, "pci." + index);
        place(option, controller, model);
        if (port) {
            draft.buses().pci().addPort(index, id);
        } else if (model.equals("pci-bridge")) {
            draft.buses().pci().addBridge(index, id);
        } else {
            draft.buses().pci().addBus(index, id);
        }
        if (model.equals("pcie-switch-upstream-port")) {
            upstream = id;
        }
        draft.argument("-device", option);
    }

    private String name(Element controller, String usual) {
        Optional<Element> model = controller.child("model");
        boolean older = model.filter(it -> it.attribute("name").equals("ioh3420")).isPresent();
        model.ifPresent(it -> draft.neutral(it, "name"));
        return older ? "ioh3420" : usual;
    }

    /** Adds a number from 0 to 255: the written one, else the usual one, else any free one. */
    private void numbered(
            OptionText option, String key, Element target, String attribute, int usual) {
        XmlPlace place = XmlPlace.of(target, attribute);
        int written = Numbers.address(place.value()).orElse(-1);
        boolean alone = !key.equals("port");
        if (written >= 0 && written <= HIGHEST && (!alone || take(key, written))) {
            option.add(key, place);
            return;
        }
        draft.omit(
                place,
                "It is not a number from 0 to " + HIGHEST + ", or another controller has it.");
        int number = Math.floorMod(usual, HIGHEST + 1);
        while (alone && !take(key, number)) {
            number = Math.floorMod(number - 1, HIGHEST + 1);
        }
        option.add(key, Integer.toString(number));
    }

    private boolean take(String key, int number) {
        return number > 0 && draft.buses().take(key + " " + number);
    }

    private void place(OptionText option, Element controller, String model) {
        boolean written =
                controller.child("address").filter(it -> it.hasAttribute("slot")).isPresent();
        if (model.equals("pcie-root-port")) {
            draft.buses().pci().placePort(option, controller);
        } else if (model.equals("pcie-switch-downstream-port") && !written && !upstream.isEmpty()) {
            option.add("bus", upstream);
        } else {
            draft.buses().pci().place(option, controller);
        }
    }
}
