package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.DecimalNumber;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guest's screen: where it is shown, and the graphics cards. */
public final class GraphicsArguments {
    private static final Map<String, String> FIRST =
            Map.of(
                    "vga", "VGA",
                    "cirrus", "cirrus-vga",
                    "vmvga", "vmware-svga",
                    "qxl", "qxl-vga",
                    "virtio", "virtio-vga",
                    "bochs", "bochs-display",
                    "ramfb", "ramfb");

    private static final Map<String, String> FURTHER =
            Map.of("qxl", "qxl", "virtio", "virtio-gpu-pci", "vga", "secondary-vga");

    private final CommandDraft draft;
    private final DeviceOptions options;

    public GraphicsArguments(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        List<Element> graphics = draft.domain().all("devices/graphics");
        List<Element> videos = draft.domain().all("devices/video");
        show(graphics, videos);
        int index = 0;
        for (Element video : videos) {
            video(video, index);
            index++;
        }
        if (videos.isEmpty() && !graphics.isEmpty()) {
            OptionText option = OptionText.of("VGA").add("id", "video0");
            draft.buses().pci().placeAdded(option);
            draft.argument("-device", option);
            draft.assume("video", "VGA", "The guest has graphics, but no card for them.");
        }
    }

    private void show(List<Element> graphics, List<Element> videos) {
        boolean screen = !graphics.isEmpty() || !videos.isEmpty();
        Display display = screen ? draft.target().mode().display() : Display.NONE;
        XmlPlace[] places = graphics.stream().limit(1).map(XmlPlace::of).toArray(XmlPlace[]::new);
        switch (display) {
            case VNC_SOCKET -> vnc(places);
            case WINDOW -> draft.argument("-display", OptionText.of("gtk", places));
            case NONE -> draft.argument("-display", OptionText.of("none", places));
        }
        for (int i = 0; i < graphics.size(); i++) {
            if (i > 0) {
                draft.omit(graphics.get(i), "The screen is shown in one way only.");
            } else {
                first(graphics.get(i), display);
            }
        }
    }

    private void vnc(XmlPlace... places) {
        OptionText option = OptionText.empty();
        option.raw("unix:" + draft.files().vncSocket().toString().replace(",", ",,"), places);
        draft.argument("-vnc", option);
    }

    private void first(Element graphics, Display display) {
        String instead =
                switch (display) {
                    case VNC_SOCKET -> "The screen is on a VNC socket in the launch directory";
                    case WINDOW -> "The screen is in a window of QEMU's own";
                    case NONE -> "The screen is not shown";
                };
        for (String attribute : graphics.attributes().keySet()) {
            draft.omit(
                    XmlPlace.of(graphics, attribute),
                    instead
                            + (attribute.equals("type")
                                    ? "."
                                    : "; no port is opened and no password is passed on."));
        }
        for (Element child : graphics.children()) {
            draft.omit(
                    child,
                    child.name().equals("listen")
                            ? instead + "; the address in the XML is not listened on."
                            : instead + ".");
        }
    }

    private void video(Element video, int index) {
        Element model = video.child("model").orElse(video);
        String type = model.attribute("type");
        if (type.equals("none")) {
            draft.neutral(video);
            draft.neutral(model, "type");
            return;
        }
        String device = (index == 0 ? FIRST : FURTHER).get(type.isEmpty() ? "vga" : type);
        if (device == null) {
            draft.omit(
                    video, "QEMU has no " + (index == 0 ? "" : "second ") + "card of that model.");
            return;
        }
        if (video.child("driver")
                .filter(it -> it.attribute("name").equals("vhostuser"))
                .isPresent()) {
            draft.omit(video, "Its back end is a program that libvirt would start.");
            return;
        }
        draft.neutral(video);
        OptionText option = OptionText.of(device, XmlPlace.of(model, "type"));
        options.id(option, video, "video" + index);
        memory(option, model, device);
        if (device.startsWith("virtio")) {
            options.virtioDriver(option, video);
        }
        options.acpiIndex(option, video);
        if (!device.equals("ramfb")) {
            draft.buses().pci().place(option, video);
        }
        draft.neutral(model, "primary");
        draft.argument("-device", option);
    }

    private void memory(OptionText option, Element model, String device) {
        XmlPlace heads = XmlPlace.of(model, "heads");
        switch (device) {
            case "VGA", "vmware-svga", "secondary-vga" ->
                    mebibytes(option, "vgamem_mb", XmlPlace.of(model, "vram"));
            case "bochs-display" -> kibibytes(option, "vgamem", XmlPlace.of(model, "vram"));
            case "qxl", "qxl-vga" -> {
                kibibytes(option, "ram_size", XmlPlace.of(model, "ram"));
                kibibytes(option, "vram_size", XmlPlace.of(model, "vram"));
                mebibytes(option, "vram64_size_mb", XmlPlace.of(model, "vram64"));
                mebibytes(option, "vgamem_mb", XmlPlace.of(model, "vgamem"));
                if (!heads.value().equals("0")) {
                    option.addWritten("max_outputs", heads);
                }
            }
            case "virtio-vga", "virtio-gpu-pci" -> option.addWritten("max_outputs", heads);
            default -> {}
        }
        if (heads.value().equals("1")) {
            draft.neutral(model, "heads");
        }
    }

    private static Optional<Integer> power(XmlPlace kibibytes) {
        int value = DecimalNumber.of(kibibytes.value()).orElse(0);
        return value <= 0
                ? Optional.empty()
                : Optional.of(
                        Integer.bitCount(value) == 1 ? value : Integer.highestOneBit(value) * 2);
    }

    /** Returns a size that QEMU accepts: a power of two, and at least a megabyte. */
    private static void mebibytes(OptionText option, String key, XmlPlace kibibytes) {
        power(kibibytes)
                .ifPresent(
                        it -> option.add(key, Integer.toString(Math.max(1, it / 1024)), kibibytes));
    }

    private static void kibibytes(OptionText option, String key, XmlPlace kibibytes) {
        power(kibibytes).ifPresent(it -> option.add(key, Long.toString(it * 1024L), kibibytes));
    }
}
