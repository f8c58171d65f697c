package io.sevguest.qemu;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.DiskOverlay;
import io.sevguest.qemu.command.LaunchFiles;
import io.sevguest.qemu.command.draft.DriveSource;
import io.sevguest.qemu.command.draft.Numbers;
import io.sevguest.qemu.command.writer.CommandWriter;
import io.sevguest.qemu.firmware.FirmwareChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a foreign domain so that it can be started on this machine: its disks become empty
 * images, missing files are replaced or removed, and networks become user networking.
 */
final class SafeDomain {
    private static final long MOST_MEMORY_MIB = 512;
    private static final Path OVMF = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");
    private static final Path VARIABLES = Path.of("/usr/share/OVMF/OVMF_VARS_4M.fd");

    private final Path data;
    private final List<String> changes = new ArrayList<>();

    SafeDomain(Path data) {
        this.data = data;
    }

    /** Returns the changes except those of disks. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    DomainXml of(DomainXml original) throws IOException {
        DomainXml domain = nodes(memory(original));
        domain = disks(domain);
        domain = firmware(domain);
        domain = interfaces(domain);
        for (String path : List.of("os/kernel", "os/initrd", "os/dtb", "os/acpi")) {
            domain = withoutMissing(domain, path);
        }
        return randomSources(domain);
    }

    /** Returns the domain with the video model vga instead of qxl, which not every QEMU has. */
    DomainXml withoutQxl(DomainXml original) {
        DomainXml domain = original;
        int count = domain.all("devices/video/model").size();
        for (int i = 0; i < count; i++) {
            Element model = domain.all("devices/video/model").get(i);
            if (model.attribute("type").equals("qxl")) {
                changes.add("video model qxl is vga here");
                domain = domain.withAttribute(model, "type", "vga");
            }
        }
        return domain;
    }

    private DomainXml memory(DomainXml domain) {
        Optional<Element> memory = domain.at("memory");
        long mib = memory.flatMap(Numbers::memory).map(it -> it.toMib()).orElse(0L);
        if (mib <= MOST_MEMORY_MIB) {
            return domain;
        }
        changes.add("memory of " + mib + " MiB is " + MOST_MEMORY_MIB + " MiB here");
        return domain.withTextAt("memory", Long.toString(MOST_MEMORY_MIB))
                .withAttributeAt("memory", "unit", "MiB");
    }

    /** Distributes the memory and CPUs available on this machine to the NUMA nodes. */
    private DomainXml nodes(DomainXml original) {
        int count = original.all("cpu/numa/cell").size();
        DomainXml domain = original;
        for (int i = 0; i < count; i++) {
            Element cell = domain.all("cpu/numa/cell").get(i);
            long mib =
                    Numbers.memory(cell.attribute("memory"), cell.attribute("unit"))
                            .map(it -> it.toMib())
                            .orElse(0L);
            if (mib > MOST_MEMORY_MIB / count) {
                changes.add("node of " + mib + " MiB is " + MOST_MEMORY_MIB / count + " here");
                domain =
                        domain.withAttribute(
                                cell, "memory", Long.toString(MOST_MEMORY_MIB / count));
                domain = domain.withAttribute(domain.all("cpu/numa/cell").get(i), "unit", "MiB");
            }
        }
        return domain;
    }

    private DomainXml disks(DomainXml original) throws IOException {
        DomainXml domain = original;
        int count = domain.all("devices/disk").size();
        for (int i = 0; i < count; i++) {
            if (DriveSource.of(disk(domain, i)) instanceof DriveSource.Image image) {
                Path file = data.resolve("disk-" + i);
                make(file, image.format());
                domain = domain.withAttribute(disk(domain, i), "type", "file");
                domain =
                        domain.withAttribute(
                                disk(domain, i).child("source").orElseThrow(),
                                "file",
                                file.toString());
            }
        }
        return domain;
    }

    private static Element disk(DomainXml domain, int index) {
        return domain.all("devices/disk").get(index);
    }

    private static void make(Path file, String format) throws IOException {
        if (format.equals("raw")) {
            Files.write(file, new byte[1 << 20]);
        } else {
            InstalledQemu.output("qemu-img", "create", "-q", "-f", format, file.toString(), "1M");
        }
    }

    private DomainXml firmware(DomainXml domain) {
        String loader = domain.textAt("os/loader");
        if (loader.isEmpty() || Files.exists(Path.of(loader))) {
            return domain;
        }
        if (!domain.attributeAt("os/loader", "type").equals("pflash")) {
            changes.add("no " + loader + " here: QEMU's own BIOS");
            return domain.at("os/loader").map(domain::without).orElse(domain);
        }
        changes.add(OVMF + " instead of " + loader);
        return domain.withTextAt("os/loader", OVMF.toString());
    }

    private DomainXml interfaces(DomainXml original) {
        DomainXml domain = original;
        int count = domain.all("devices/interface").size();
        for (int i = 0; i < count; i++) {
            Element nic = domain.all("devices/interface").get(i);
            if (nic.attribute("type").equals("bridge")) {
                changes.add("user networking instead of a bridge");
                domain = domain.withAttribute(nic, "type", "user");
            }
            Optional<Element> rom = domain.all("devices/interface").get(i).child("rom");
            if (rom.filter(it -> !it.attribute("file").isEmpty()).isPresent()) {
                changes.add("no boot ROM from " + rom.get().attribute("file"));
                domain = domain.without(rom.get());
            }
        }
        return domain;
    }

    private DomainXml withoutMissing(DomainXml domain, String path) {
        Optional<Element> element = domain.at(path);
        if (element.isEmpty()) {
            return domain;
        }
        changes.add("without " + path);
        return domain.without(element.get());
    }

    private DomainXml randomSources(DomainXml original) {
        DomainXml domain = original;
        int count = domain.all("devices/rng").size();
        for (int i = 0; i < count; i++) {
            Optional<Element> backend = domain.all("devices/rng").get(i).child("backend");
            boolean missing =
                    backend.filter(it -> it.attribute("model").equals("random"))
                            .filter(it -> !it.text().isEmpty())
                            .filter(it -> !Files.isReadable(Path.of(it.text())))
                            .isPresent();
            if (missing) {
                changes.add("/dev/urandom instead of " + backend.orElseThrow().text());
                domain =
                        domain.withAttribute(backend.get(), "model", "random")
                                .withTextAt("devices/rng/backend", "/dev/urandom");
            }
        }
        return domain;
    }

    /** Creates the files of a launch: overlays and the copy of the variable store. */
    static void makeFiles(DomainXml domain, QemuTarget target, LaunchFiles files)
            throws IOException {
        for (DiskOverlay overlay : CommandWriter.of(domain, target, files).overlays()) {
            InstalledQemu.output(
                    "qemu-img",
                    "create",
                    "-q",
                    "-f",
                    "qcow2",
                    "-F",
                    overlay.format(),
                    "-b",
                    overlay.image(),
                    overlay.overlay().toString());
        }
        Optional<FirmwareChoice.Nvram> nvram = FirmwareChoice.of(domain, target).nvram();
        if (nvram.isPresent()) {
            Path template = Path.of(nvram.get().template());
            boolean own = Files.isRegularFile(template);
            Files.copy(own ? template : VARIABLES, files.nvram());
        }
    }
}
