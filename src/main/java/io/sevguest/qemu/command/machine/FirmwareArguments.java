package io.sevguest.qemu.command.machine;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Finding;
import io.sevguest.domain.Fix;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.FirmwareDescriptor;
import io.sevguest.qemu.LocalFileName;
import io.sevguest.qemu.QemuFindings;
import io.sevguest.qemu.command.FieldIds;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.OptionText;
import io.sevguest.qemu.command.draft.XmlPlace;
import io.sevguest.qemu.firmware.FirmwareChoice;
import io.sevguest.qemu.firmware.FirmwareDescriptors;
import io.sevguest.qemu.firmware.FirmwareFix;
import io.sevguest.qemu.firmware.FirmwareMatch;
import io.sevguest.qemu.firmware.FirmwareWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The firmware image and its variable store. */
public final class FirmwareArguments {
    private static final Set<String> FORMATS = Set.of("raw", "qcow2");
    private static final String FORMAT = "firmware-format-unknown";

    private final CommandDraft draft;
    private final DomainXml domain;
    private final FirmwareChoice choice;

    public FirmwareArguments(CommandDraft draft) {
        this.draft = draft;
        this.domain = draft.domain();
        this.choice = draft.firmware();
    }

    public void write() {
        readWish();
        switch (choice.kind()) {
            case BUILT_IN -> {}
            case NOT_FOUND -> notFound();
            case ROM ->
                    draft.argument(
                            "-bios",
                            OptionText.verbatim(LocalFileName.of(choice.image()), imagePlaces()));
            case FLASH -> flash();
            case WRITABLE_FLASH -> writable();
        }
        choice.descriptor()
                .ifPresent(
                        it ->
                                draft.assume(
                                        "firmware",
                                        choice.image(),
                                        "Chosen through the firmware descriptor "
                                                + it.name()
                                                + "."));
    }

    /**
     * Marks the parts of the document that decide about the firmware, and are no arguments by
     * themselves, as read.
     */
    private void readWish() {
        domain.at("os").ifPresent(os -> draft.neutral(os, "firmware"));
        boolean used =
                choice.kind() != FirmwareChoice.Kind.BUILT_IN
                        && choice.kind() != FirmwareChoice.Kind.NOT_FOUND;
        domain.at("os/loader")
                .ifPresent(
                        it -> {
                            if (used) {
                                draft.neutral(it, "type", "readonly", "stateless", "format");
                            } else {
                                draft.omit(
                                        it, "The guest has no firmware image to which it applies.");
                            }
                        });
        if (choice.descriptor().isEmpty()) {
            domain.at("os/firmware")
                    .ifPresent(it -> draft.omit(it, "No firmware is chosen by its features here."));
        }
    }

    /**
     * Returns the places that the image comes from: its path, or all that the choice was based on.
     */
    private XmlPlace[] imagePlaces() {
        List<XmlPlace> places = new ArrayList<>();
        if (choice.descriptor().isPresent()) {
            places.add(XmlPlace.of(domain.at("os").orElseThrow(), "firmware"));
            domain.at("os/firmware").ifPresent(it -> places.add(XmlPlace.of(it)));
            for (Element feature : domain.all("os/firmware/feature")) {
                places.add(XmlPlace.of(feature, "name"));
                places.add(XmlPlace.of(feature, "enabled"));
            }
        }
        domain.at("os/loader").ifPresent(it -> places.add(XmlPlace.of(it)));
        return places.toArray(XmlPlace[]::new);
    }

    private void notFound() {
        var match = new FirmwareMatch(FirmwareWish.of(domain, draft.target().version(), true));
        List<String> refusals = new ArrayList<>();
        for (FirmwareDescriptor descriptor : draft.target().firmware()) {
            match.refusal(descriptor).ifPresent(why -> refusals.add(descriptor.name() + " " + why));
        }
        Optional<Fix> fix = FirmwareFix.of(domain, draft.target());
        XmlPlace place = XmlPlace.of(domain.at("os").orElseThrow(), "firmware");
        Finding finding =
                QemuFindings.TABLE
                        .finding(
                                FirmwareDescriptors.NOT_FOUND,
                                refusals.isEmpty()
                                        ? "no firmware descriptor was found on this machine"
                                        : "no installed firmware fits: "
                                                + String.join("; ", refusals),
                                fix.map(it -> " " + it.label() + ".").orElse(""))
                        .about(FieldIds.of(place.element(), place.attribute()))
                        .at(domain, place.element());
        draft.finding(fix.map(finding::fixedBy).orElse(finding));
    }

    private void flash() {
        draft.argument(
                "-drive",
                OptionText.empty()
                        .add("if", "pflash")
                        .add("unit", "0")
                        .add("format", format(choice.format()))
                        .add("readonly", "on")
                        .add("file", LocalFileName.of(choice.image()), imagePlaces()));
        secure();
        Optional<Element> nvram = domain.at("os/nvram");
        if (choice.nvram().isEmpty()) {
            nvram.ifPresent(it -> draft.omit(it, "The firmware keeps no variables."));
            return;
        }
        nvram(choice.nvram().get(), nvram);
    }

    private void nvram(FirmwareChoice.Nvram nvram, Optional<Element> element) {
        boolean elsewhere =
                element.filter(it -> it.attribute("type").equals("network")).isPresent();
        if (elsewhere) {
            draft.omit(
                    element.orElseThrow(),
                    "A variable store on the network is not opened; a new one is used.");
        }
        if (nvram.template().isEmpty() && (nvram.file().isEmpty() || elsewhere)) {
            draft.finding(
                    XmlPlace.of(domain.at("os/loader").orElse(domain.root())),
                    "nvram-template-unknown",
                    choice.image());
            return;
        }
        XmlPlace[] places =
                elsewhere
                        ? new XmlPlace[0]
                        : element.stream().map(XmlPlace::of).toArray(XmlPlace[]::new);
        element.filter(it -> !elsewhere).ifPresent(this::readNvram);
        draft.argument("-drive", variables(1, nvram, places));
    }

    /** A format of an image; other words would name drivers that read more than the file. */
    private String format(String written) {
        if (FORMATS.contains(written)) {
            return written;
        }
        if (!draft.hasFinding(FORMAT)) {
            draft.finding(
                    XmlPlace.of(domain.at("os/loader").orElse(domain.root()), "format"),
                    FORMAT,
                    written);
        }
        return "raw";
    }

    private void readNvram(Element nvram) {
        draft.neutral(nvram, "template", "type", "format", "templateFormat");
        nvram.child("source").ifPresent(it -> draft.neutral(it, "file", "dev"));
    }

    /** The store itself where changes are kept and it has a place, else the launch's copy. */
    private OptionText variables(int unit, FirmwareChoice.Nvram nvram, XmlPlace... places) {
        boolean own = draft.files().keepChanges() && !nvram.file().isEmpty();
        Path copy = draft.files().nvram();
        if (draft.files().keepChanges() && !own) {
            draft.assume(
                    "nvram",
                    copy.toString(),
                    "The XML names no file for it, so the firmware's variables are discarded.");
        }
        return OptionText.empty()
                .add("if", "pflash")
                .add("unit", Integer.toString(unit))
                .add("format", format(nvram.format()))
                .add("file", own ? LocalFileName.of(nvram.file()) : copy.toString(), places);
    }

    private void writable() {
        draft.argument("-drive", variables(0, choice.nvram().orElseThrow(), imagePlaces()));
        secure();
    }

    private void secure() {
        Optional<Element> loader = domain.at("os/loader");
        boolean asked = loader.filter(it -> it.attribute("secure").equals("yes")).isPresent();
        if (asked) {
            draft.argument(
                    "-global", flashSecure().from(XmlPlace.of(loader.orElseThrow(), "secure")));
        } else if (choice.requiresSmm()) {
            draft.argument("-global", flashSecure());
        }
        loader.ifPresent(it -> draft.neutral(it, "secure"));
    }

    private static OptionText flashSecure() {
        return OptionText.empty()
                .add("driver", "cfi.pflash01")
                .add("property", "secure")
                .add("value", "on");
    }
}
