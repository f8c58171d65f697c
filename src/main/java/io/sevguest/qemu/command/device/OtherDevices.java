package io.sevguest.qemu.command.device;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.LocalFileName;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Balloon, random numbers, watchdog and panic device. */
public final class OtherDevices {
    private static final Map<String, String> WATCHDOGS =
            Map.of("i6300esb", "i6300esb", "ib700", "ib700");

    private final CommandDraft draft;
    private final DeviceOptions options;

    public OtherDevices(CommandDraft draft) {
        this.draft = draft;
        this.options = new DeviceOptions(draft);
    }

    public void write() {
        draft.domain().at("devices/memballoon").ifPresent(this::balloon);
        List<Element> sources = draft.domain().all("devices/rng");
        for (int i = 0; i < sources.size(); i++) {
            random(sources.get(i), i);
        }
        draft.domain().at("devices/watchdog").ifPresent(this::watchdog);
        draft.domain().at("devices/panic").ifPresent(this::panic);
        draft.domain().at("features/vmcoreinfo").ifPresent(this::vmcoreinfo);
    }

    private void balloon(Element balloon) {
        if (balloon.attribute("model").equals("none")) {
            draft.neutral(balloon, "model");
            return;
        }
        if (!balloon.attribute("model").startsWith("virtio")) {
            draft.omit(balloon, "QEMU has no balloon of that model.");
            return;
        }
        OptionText option = options.virtio("virtio-balloon", balloon, "model");
        options.id(option, balloon, "balloon0");
        option.addSwitch("deflate-on-oom", XmlPlace.of(balloon, "autodeflate"));
        if (draft.isAtLeast(5, 1)) {
            option.addSwitch("free-page-reporting", XmlPlace.of(balloon, "freePageReporting"));
        }
        options.virtioDriver(option, balloon);
        draft.buses().pci().place(option, balloon);
        draft.argument("-device", option);
    }

    private void random(Element rng, int index) {
        Optional<Element> backend = rng.child("backend");
        String model = backend.map(it -> it.attribute("model")).orElse("");
        String id = "objrng" + index;
        OptionText object;
        if (model.equals("random")) {
            Element source = backend.orElseThrow();
            object = OptionText.of("rng-random", XmlPlace.of(source, "model")).add("id", id);
            if (source.text().isEmpty()) {
                object.add("filename", "/dev/urandom");
            } else {
                object.add("filename", LocalFileName.of(source.text()), XmlPlace.of(source));
            }
        } else if (model.equals("builtin") && draft.isAtLeast(4, 2)) {
            object =
                    OptionText.of("rng-builtin", XmlPlace.of(backend.orElseThrow(), "model"))
                            .add("id", id);
        } else {
            draft.omit(rng, "Its back end is another program.");
            return;
        }
        draft.argument("-object", object);
        OptionText option = options.virtio("virtio-rng", rng, "model").add("rng", id);
        options.id(option, rng, "rng" + index);
        rng.child("rate")
                .ifPresent(
                        it -> {
                            option.addWritten("max-bytes", XmlPlace.of(it, "bytes"));
                            XmlPlace period = XmlPlace.of(it, "period");
                            if (period.isWritten()) {
                                option.add("period", period);
                            } else {
                                option.add("period", "1000");
                            }
                        });
        options.virtioDriver(option, rng);
        draft.buses().pci().place(option, rng);
        draft.argument("-device", option);
    }

    private void watchdog(Element watchdog) {
        String model = watchdog.attribute("model");
        if (!WATCHDOGS.containsKey(model)) {
            draft.omit(watchdog, "QEMU has no watchdog of the model " + model + " to plug in.");
            return;
        }
        OptionText option = OptionText.of(model, XmlPlace.of(watchdog, "model"));
        options.id(option, watchdog, "watchdog0");
        if (model.equals("i6300esb")) {
            draft.buses().pci().place(option, watchdog);
        }
        draft.argument("-device", option);
        XmlPlace action = XmlPlace.of(watchdog, "action");
        switch (action.value()) {
            case "reset", "shutdown", "poweroff", "pause", "none" ->
                    draft.argument("-watchdog-action", OptionText.of(action.value(), action));
            case "" -> {}
            default -> draft.omit(action, "It is done by libvirt.");
        }
    }

    private void panic(Element panic) {
        String model = panic.attribute("model");
        if (!model.isEmpty() && !model.equals("isa") && !model.equals("pvpanic")) {
            draft.omit(panic, "It is part of the machine or of the processor's flags.");
            return;
        }
        OptionText option = OptionText.of("pvpanic", XmlPlace.of(panic, "model"));
        options.id(option, panic, "panic0");
        panic.child("address")
                .ifPresent(
                        it -> {
                            draft.neutral(it, "type");
                            option.addWritten("ioport", XmlPlace.of(it, "iobase"));
                        });
        draft.argument("-device", option);
    }

    private void vmcoreinfo(Element vmcoreinfo) {
        if (!vmcoreinfo.attribute("state").equals("off")) {
            draft.argument(
                    "-device", OptionText.of("vmcoreinfo", XmlPlace.of(vmcoreinfo, "state")));
        }
    }
}
