package io.sevguest.qemu.command.machine;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.QemuVersion;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one {@code -machine} argument and the accelerator: machine type and features. */
public final class MachineArguments {
    private static final Pattern VERSIONED =
            Pattern.compile("pc-(?:i440fx|q35)-(\\d+\\.\\d+)(?:\\.\\d+)?");
    private static final Pattern NAME = Pattern.compile("(?!help$)[A-Za-z0-9][A-Za-z0-9_.+-]*");
    private static final Set<String> ARCHITECTURES = Set.of("x86_64", "i686");

    private final CommandDraft draft;

    public MachineArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        OptionText machine = type();
        machine.add("usb", "off");
        memory(machine);
        draft.domain().at("features").ifPresent(features -> features(machine, features));
        if (draft.firmware().requiresSmm() && draft.domain().at("features/smm").isEmpty()) {
            machine.add("smm", "on");
            draft.assume("smm", "on", "The chosen firmware needs it.");
        }
        acpi(machine);
        hpet(machine);
        if (SecurityObject.isIn(draft)) {
            String key = draft.isAtLeast(6, 0) ? "confidential-guest-support" : "memory-encryption";
            machine.add(
                    key,
                    SecurityObject.ID,
                    XmlPlace.of(draft.domain().at("launchSecurity").orElseThrow(), "type"));
        }
        draft.argument("-machine", machine);
        if (draft.domain().at("features/acpi").isEmpty() && !draft.isAtLeast(5, 0)) {
            draft.flag("-no-acpi");
        }
        accelerator();
    }

    private OptionText type() {
        draft.domain().at("os").ifPresent(os -> draft.neutral(os));
        Optional<Element> type = draft.domain().at("os/type");
        type.ifPresent(this::architecture);
        Optional<XmlPlace> place =
                type.map(it -> XmlPlace.of(it, "machine")).filter(XmlPlace::isWritten);
        if (place.isEmpty()) {
            draft.assume("machine", "pc", "libvirt's default, as the XML names no machine.");
            return OptionText.of("pc", type.stream().map(XmlPlace::of).toArray(XmlPlace[]::new));
        }
        if (!NAME.matcher(place.get().value()).matches()) {
            notAName(place.get());
            return OptionText.of("pc");
        }
        checkKnown(place.get());
        return OptionText.of(place.get().value(), place.get());
    }

    private void architecture(Element type) {
        draft.neutral(type);
        if (!type.text().equals("hvm")) {
            draft.omit(XmlPlace.of(type), "QEMU runs guests of the type hvm only.");
        }
        XmlPlace arch = XmlPlace.of(type, "arch");
        if (!arch.isWritten() || ARCHITECTURES.contains(arch.value())) {
            draft.neutral(type, "arch");
            return;
        }
        draft.omit(arch, "The command is for an x86_64 QEMU.");
        draft.finding(arch, "architecture-foreign", arch.value());
    }

    private void notAName(XmlPlace machine) {
        draft.omit(machine, "No machine type has such characters.");
        draft.finding(machine, "machine-name-unusable", machine.value());
    }

    private void checkKnown(XmlPlace machine) {
        String version = draft.target().version().toText();
        Set<String> known = draft.target().machines();
        boolean unknown = !known.isEmpty() && !known.contains(machine.value());
        Matcher versioned = VERSIONED.matcher(machine.value());
        boolean newer =
                versioned.matches()
                        && QemuVersion.parse(versioned.group(1))
                                .filter(its -> its.compareTo(draft.target().version()) > 0)
                                .isPresent();
        if (unknown || newer) {
            draft.finding(
                    machine,
                    "machine-unknown",
                    version,
                    machine.value(),
                    draft.machine() == MachineKind.Q35
                            ? "q35 or an older pc-q35 machine type"
                            : "pc or an older machine type");
        }
    }

    private void memory(OptionText machine) {
        Optional<Element> memory = draft.domain().at("memory");
        XmlPlace dump =
                memory.map(element -> XmlPlace.of(element, "dumpCore"))
                        .orElse(XmlPlace.of(draft.domain().root()));
        if (memory.isPresent() && dump.isWritten()) {
            machine.addSwitch("dump-guest-core", dump);
        } else {
            machine.add("dump-guest-core", "off");
        }
        draft.domain()
                .at("memoryBacking/nosharepages")
                .ifPresent(element -> machine.add("mem-merge", "off", XmlPlace.of(element)));
    }

    private void features(OptionText machine, Element features) {
        draft.neutral(features);
        features.child("vmport")
                .ifPresent(it -> machine.addSwitch("vmport", XmlPlace.of(it, "state")));
        features.child("smm").ifPresent(it -> smm(machine, it));
        features.child("ioapic").ifPresent(it -> ioapic(machine, it));
        features.child("pae")
                .ifPresent(it -> draft.omit(it, "QEMU's x86_64 processors always have it."));
        features.child("apic").ifPresent(it -> draft.neutral(it));
        features.child("viridian")
                .ifPresent(it -> draft.omit(it, "It is for Xen; use the hyperv element."));
    }

    private void smm(OptionText machine, Element smm) {
        XmlPlace state = XmlPlace.of(smm, "state");
        if (state.isWritten()) {
            machine.addSwitch("smm", state);
        } else {
            machine.add("smm", "on", XmlPlace.of(smm));
        }
    }

    private void ioapic(OptionText machine, Element ioapic) {
        XmlPlace driver = XmlPlace.of(ioapic, "driver");
        if (!draft.isKvm()) {
            draft.omit(ioapic, "Only KVM has an interrupt controller in the kernel.");
        } else if (driver.value().equals("qemu")) {
            machine.add("kernel_irqchip", "split", driver);
        } else {
            machine.add("kernel_irqchip", "on", driver);
        }
    }

    private void acpi(OptionText machine) {
        Optional<Element> acpi = draft.domain().at("features/acpi");
        if (draft.machine() == MachineKind.OTHER) {
            acpi.ifPresent(it -> draft.omit(it, "This machine decides about ACPI itself."));
        } else if (draft.isAtLeast(5, 0)) {
            machine.add(
                    "acpi",
                    acpi.isPresent() ? "on" : "off",
                    acpi.stream().map(XmlPlace::of).toArray(XmlPlace[]::new));
        } else {
            acpi.ifPresent(it -> draft.neutral(it));
        }
    }

    private void hpet(OptionText machine) {
        Optional<Element> clock = draft.domain().at("clock");
        if (draft.machine() == MachineKind.OTHER || clock.isEmpty()) {
            return;
        }
        for (Element timer : clock.get().children("timer")) {
            XmlPlace present = XmlPlace.of(timer, "present");
            if (timer.attribute("name").equals("hpet") && present.isWritten()) {
                draft.neutral(timer, "name");
                hpet(machine, present);
            }
        }
    }

    private void hpet(OptionText machine, XmlPlace present) {
        if (draft.isAtLeast(6, 0)) {
            machine.addSwitch("hpet", present);
        } else if (present.value().equals("no")) {
            draft.flag("-no-hpet", present);
        } else {
            draft.neutral(present.element(), "present");
        }
    }

    private void accelerator() {
        Element root = draft.domain().root();
        String accelerator = draft.target().mode().accelerator().toText();
        OptionText option = OptionText.of(accelerator);
        boolean asWritten =
                root.attribute("type").equals(accelerator)
                        || (root.attribute("type").equals("qemu") && !draft.isKvm());
        if (asWritten) {
            option.from(XmlPlace.of(root, "type"));
        } else {
            draft.omit(XmlPlace.of(root, "type"), "The guest is started with " + accelerator + ".");
        }
        draft.domain().at("features/tcg").ifPresent(tcg -> translator(option, tcg));
        draft.argument("-accel", option);
    }

    private void translator(OptionText option, Element tcg) {
        Optional<Element> cache = tcg.child("tb-cache");
        if (draft.isKvm() || cache.isEmpty()) {
            draft.omit(tcg, "It is about the translator, which is not used.");
            return;
        }
        draft.neutral(tcg);
        Numbers.memory(cache.get())
                .ifPresent(
                        size ->
                                option.add(
                                        "tb-size",
                                        Long.toString(size.toMib()),
                                        XmlPlace.of(cache.get()),
                                        XmlPlace.of(cache.get(), "unit")));
    }
}
