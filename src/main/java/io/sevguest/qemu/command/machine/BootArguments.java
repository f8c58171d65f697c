package io.sevguest.qemu.command.machine;

import io.sevguest.domain.MemorySize;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.LocalFileName;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.MachineKind;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.Optional;

/** Boot menu, and a kernel that is started directly. */
public final class BootArguments {
    private final CommandDraft draft;

    public BootArguments(CommandDraft draft) {
        this.draft = draft;
    }

    public void write() {
        OptionText boot = OptionText.empty();
        Optional<Element> menu = draft.domain().at("os/bootmenu");
        menu.ifPresent(
                it ->
                        boot.addSwitch("menu", XmlPlace.of(it, "enable"))
                                .addWritten("splash-time", XmlPlace.of(it, "timeout")));
        draft.domain()
                .at("os/bios")
                .ifPresent(
                        it -> {
                            draft.neutral(it);
                            boot.addWritten("reboot-timeout", XmlPlace.of(it, "rebootTimeout"));
                        });
        draft.argument("-boot", boot.add("strict", "on"));
        path("os/kernel", "-kernel");
        path("os/initrd", "-initrd");
        path("os/dtb", "-dtb");
        text("os/cmdline");
        draft.domain()
                .at("os/acpi/table")
                .filter(it -> it.attribute("type").equals("slic"))
                .ifPresent(this::slic);
        draft.domain().at("features/smm/tseg").ifPresent(this::protectedMemory);
        generation();
    }

    private void path(String path, String option) {
        draft.domain()
                .at(path)
                .filter(it -> !it.text().isEmpty())
                .ifPresent(
                        it ->
                                draft.argument(
                                        option,
                                        OptionText.verbatim(
                                                LocalFileName.of(it.text()), XmlPlace.of(it))));
    }

    private void text(String path) {
        if (draft.domain().at("os/kernel").isEmpty()) {
            draft.domain()
                    .at(path)
                    .ifPresent(it -> draft.omit(it, "It has no effect without a kernel."));
            return;
        }
        draft.domain()
                .at(path)
                .filter(it -> !it.text().isEmpty())
                .ifPresent(
                        it ->
                                draft.argument(
                                        "-append",
                                        OptionText.verbatim(it.text(), XmlPlace.of(it))));
    }

    /** QEMU reads several files out of a name with colons. */
    private void slic(Element table) {
        if (table.text().indexOf(':') >= 0) {
            draft.omit(
                    table, "QEMU cannot read an ACPI table from a file with a colon in its name.");
            draft.finding(XmlPlace.of(table), "acpi-table-unusable");
            return;
        }
        draft.domain().at("os/acpi").ifPresent(it -> draft.neutral(it));
        draft.neutral(table, "type");
        draft.argument(
                "-acpitable",
                OptionText.empty()
                        .add("sig", "SLIC")
                        .add("file", table.text(), XmlPlace.of(table)));
    }

    private void protectedMemory(Element tseg) {
        Optional<MemorySize> size = Numbers.memory(tseg);
        if (draft.machine() == MachineKind.Q35 && size.isPresent()) {
            draft.argument(
                    "-global",
                    OptionText.empty()
                            .add("driver", "mch")
                            .add("property", "extended-tseg-mbytes")
                            .add(
                                    "value",
                                    Long.toString(size.get().toMib()),
                                    XmlPlace.of(tseg),
                                    XmlPlace.of(tseg, "unit")));
        } else {
            draft.omit(tseg, "Only q35 has it.");
        }
    }

    private void generation() {
        Optional<Element> generation = draft.domain().at("genid");
        if (generation.isEmpty()) {
            return;
        }
        String written = generation.get().text();
        OptionText option = OptionText.of("vmgenid");
        if (written.isEmpty()) {
            option.add("guid", "auto", XmlPlace.of(generation.get()));
        } else {
            option.add("guid", XmlPlace.of(generation.get()));
        }
        draft.argument("-device", option.add("id", "vmgenid0"));
    }
}
