package io.sevguest.qemu.firmware;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.FirmwareDescriptor;
import io.sevguest.qemu.QemuTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firmware a domain starts with.
 *
 * @param kind how it is given to QEMU
 * @param image path of the image; empty for {@link Kind#BUILT_IN} and {@link Kind#NOT_FOUND}
 * @param format of the image, {@code raw} or {@code qcow2}
 * @param nvram the variable store, where there is one
 * @param descriptor through which it was chosen; empty where the XML names the image
 */
public record FirmwareChoice(
        Kind kind,
        String image,
        String format,
        Optional<Nvram> nvram,
        Optional<FirmwareDescriptor> descriptor) {
    /** The way in which firmware is given to QEMU. */
    public enum Kind {
        /** QEMU's own BIOS. */
        BUILT_IN,
        /** An image for {@code -bios}. */
        ROM,
        /** An image in read-only flash, the variable store in a second one. */
        FLASH,
        /** One image in flash that the guest may write, variables included. */
        WRITABLE_FLASH,
        /** UEFI is wanted, and no descriptor fits. */
        NOT_FOUND
    }

    /**
     * A variable store.
     *
     * @param file the guest's own, as the XML names it; empty where it does not
     * @param template what a new one is copied from; empty where none is known
     */
    public record Nvram(String file, String template, String format) {}

    /**
     * Variable stores of images that have no descriptor.
     *
     * <p>Source: libvirt 9.0.0, qemu.conf, nvram.
     */
    private static final Map<String, String> TEMPLATES =
            Map.of(
                    "/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_VARS.fd",
                    "/usr/share/OVMF/OVMF_CODE.secboot.fd", "/usr/share/OVMF/OVMF_VARS.fd");

    public static FirmwareChoice of(DomainXml domain, QemuTarget target) {
        if (domain.attributeAt("os", "firmware").equals("efi")) {
            return automatic(domain, target);
        }
        String image = domain.textAt("os/loader");
        if (image.isEmpty()) {
            return of(Kind.BUILT_IN);
        }
        if (!domain.attributeAt("os/loader", "type").equals("pflash")) {
            return new FirmwareChoice(Kind.ROM, image, "raw", Optional.empty(), Optional.empty());
        }
        return flash(domain, target.firmware(), image);
    }

    private static FirmwareChoice of(Kind kind) {
        return new FirmwareChoice(kind, "", "raw", Optional.empty(), Optional.empty());
    }

    private static FirmwareChoice automatic(DomainXml domain, QemuTarget target) {
        var strict = new FirmwareMatch(FirmwareWish.of(domain, target.version(), true));
        Optional<FirmwareDescriptor> found = strict.first(target.firmware());
        if (found.isEmpty() && !target.mode().encrypted()) {
            var plain = new FirmwareMatch(FirmwareWish.of(domain, target.version(), false));
            found = plain.first(target.firmware());
        }
        return found.map(descriptor -> described(domain, descriptor)).orElse(of(Kind.NOT_FOUND));
    }

    private static FirmwareChoice described(DomainXml domain, FirmwareDescriptor descriptor) {
        if (descriptor.mapping() instanceof FirmwareDescriptor.Flash flash) {
            Optional<Nvram> nvram =
                    flash.nvramTemplate()
                            .map(template -> nvram(domain, template.file(), template.format()));
            return new FirmwareChoice(
                    Kind.FLASH,
                    flash.executable().file(),
                    flash.executable().format(),
                    nvram,
                    Optional.of(descriptor));
        }
        String image = ((FirmwareDescriptor.Memory) descriptor.mapping()).file();
        return new FirmwareChoice(
                Kind.ROM, image, "raw", Optional.empty(), Optional.of(descriptor));
    }

    private static FirmwareChoice flash(
            DomainXml domain, List<FirmwareDescriptor> descriptors, String image) {
        String format = orRaw(domain.attributeAt("os/loader", "format"));
        boolean stateless = domain.attributeAt("os/loader", "stateless").equals("yes");
        boolean readOnly = domain.attributeAt("os/loader", "readonly").equals("yes");
        if (stateless) {
            return new FirmwareChoice(
                    Kind.FLASH, image, format, Optional.empty(), Optional.empty());
        }
        if (!readOnly && domain.at("os/nvram").isEmpty()) {
            return new FirmwareChoice(
                    Kind.WRITABLE_FLASH,
                    image,
                    format,
                    Optional.of(new Nvram(image, "", format)),
                    Optional.empty());
        }
        String template =
                descriptors.stream()
                        .map(descriptor -> template(descriptor, image))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(TEMPLATES.getOrDefault(image, ""));
        return new FirmwareChoice(
                Kind.FLASH,
                image,
                format,
                Optional.of(nvram(domain, template, format)),
                Optional.empty());
    }

    private static Optional<String> template(FirmwareDescriptor descriptor, String image) {
        return descriptor.mapping() instanceof FirmwareDescriptor.Flash flash
                        && flash.executable().file().equals(image)
                ? flash.nvramTemplate().map(FirmwareDescriptor.Image::file)
                : Optional.empty();
    }

    /** The store that the XML names, and the template it names before the one of the image. */
    private static Nvram nvram(DomainXml domain, String usualTemplate, String usualFormat) {
        Optional<Element> nvram = domain.at("os/nvram");
        if (nvram.isEmpty()) {
            return new Nvram("", usualTemplate, usualFormat);
        }
        Element element = nvram.get();
        String file = element.text();
        for (String attribute : List.of("file", "dev")) {
            file = file.isEmpty() ? domain.attributeAt("os/nvram/source", attribute) : file;
        }
        String template = element.attribute("template");
        String format = element.attribute("format");
        return new Nvram(
                file,
                template.isEmpty() ? usualTemplate : template,
                format.isEmpty() ? usualFormat : format);
    }

    private static String orRaw(String format) {
        return format.isEmpty() ? "raw" : format;
    }

    /** Returns whether the image works with system management mode alone. */
    public boolean requiresSmm() {
        return descriptor.filter(it -> it.has("requires-smm")).isPresent();
    }
}
