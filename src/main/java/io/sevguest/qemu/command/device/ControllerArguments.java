package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The controllers in the XML: PCI first, as the others are plugged there. */
public final class ControllerArguments {
    private final CommandDraft draft;
    private final PciControllers pci;
    private final UsbControllers usb;
    private final StorageControllers storage;
    private final Map<String, Integer> nextIndex = new HashMap<>();

    private record Indexed(Element element, int index) {}

    public ControllerArguments(CommandDraft draft) {
        this.draft = draft;
        this.pci = new PciControllers(draft);
        this.usb = new UsbControllers(draft);
        this.storage = new StorageControllers(draft);
    }

    public void write() {
        List<Indexed> controllers = new ArrayList<>();
        for (Element element : draft.domain().all("devices/controller")) {
            draft.neutral(element, "type", "index");
            controllers.add(new Indexed(element, index(element)));
        }
        controllers.sort(
                Comparator.comparingInt(Indexed::index)
                        .thenComparing(it -> UsbControllers.isCompanion(it.element)));
        for (Indexed each : controllers) {
            if (type(each).equals("pci") && isFirst(each)) {
                pci.write(each.element, each.index);
            }
        }
        for (Indexed each : controllers) {
            if (!type(each).equals("pci") && isFirst(each)) {
                other(each);
            }
        }
        usb.addMissing();
        storage.addMissing();
    }

    /** One controller has its type and index; USB controllers share an index with their halves. */
    private boolean isFirst(Indexed controller) {
        boolean first =
                type(controller).equals("usb")
                        || draft.buses().take(type(controller) + " controller " + controller.index);
        if (!first) {
            twice(draft, controller.element, controller.index);
        }
        return first;
    }

    /** Leaves out a controller whose place another has. */
    static void twice(CommandDraft draft, Element controller, int index) {
        draft.omit(controller, "Another controller has its place.");
        draft.finding(
                XmlPlace.of(controller, "index"),
                "controller-double",
                controller.attribute("type"),
                index);
    }

    private static String type(Indexed controller) {
        return controller.element.attribute("type");
    }

    /** The written index, else the next one of its type. */
    private int index(Element controller) {
        String type = controller.attribute("type");
        OptionalInt written = DecimalNumber.of(controller.attribute("index"));
        int next = nextIndex.getOrDefault(type, 0);
        boolean sameAsLast = type.equals("usb") && UsbControllers.isCompanion(controller);
        int index = written.orElse(sameAsLast ? Math.max(0, next - 1) : next);
        nextIndex.merge(type, index + 1, Math::max);
        return index;
    }

    private void other(Indexed controller) {
        Element element = controller.element;
        switch (type(controller)) {
            case "usb" -> usb.write(element, controller.index);
            case "scsi", "sata", "ide", "fdc", "virtio-serial" ->
                    storage.write(element, controller.index);
            default ->
                    draft.omit(
                            element,
                            "Controllers of the type "
                                    + type(controller)
                                    + " are not carried over.");
        }
    }
}
