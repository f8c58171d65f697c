package io.sevguest.qemu.firmware;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Fix;
import io.sevguest.domain.Toggle;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.qemu.FirmwareDescriptor;
import io.sevguest.qemu.QemuTarget;
import java.util.Optional;

/**
 * Names a firmware image in the XML where libvirt's choice by descriptors finds none. The
 * descriptors of some systems, such as Debian, promise SEV but neither SEV-ES nor a stateless
 * image, though their images can be used so.
 */
public final class FirmwareFix {
    private FirmwareFix() {}

    /** The edit; empty where a descriptor fits, and where no image is known that can do it. */
    public static Optional<Fix> of(DomainXml domain, QemuTarget target) {
        if (FirmwareChoice.of(domain, target).kind() != FirmwareChoice.Kind.NOT_FOUND) {
            return Optional.empty();
        }
        var match =
                new FirmwareMatch(
                        FirmwareWish.of(domain, target.version(), true).withoutRarePromises());
        return match.first(target.firmware())
                .map(FirmwareDescriptor::mapping)
                .filter(FirmwareDescriptor.Flash.class::isInstance)
                .map(FirmwareDescriptor.Flash.class::cast)
                .map(FirmwareFix::naming);
    }

    private static Fix naming(FirmwareDescriptor.Flash flash) {
        String image = flash.executable().file();
        return new Fix(
                "Name the image " + image.substring(image.lastIndexOf('/') + 1),
                domain -> named(domain, flash));
    }

    private static DomainXml named(DomainXml domain, FirmwareDescriptor.Flash flash) {
        DomainXml edited = FirmwareFields.FIRMWARE.with().apply(domain, "");
        edited = FirmwareFields.LOADER.with().apply(edited, flash.executable().file());
        edited = FirmwareFields.LOADER_READONLY.with().apply(edited, Toggle.YES);
        edited = FirmwareFields.LOADER_TYPE.with().apply(edited, "pflash");
        boolean stateless = FirmwareFields.LOADER_STATELESS.get().apply(domain) == Toggle.YES;
        Optional<String> template =
                flash.nvramTemplate().map(FirmwareDescriptor.Image::file).filter(it -> !stateless);
        return template.isPresent()
                ? FirmwareFields.NVRAM_TEMPLATE.with().apply(edited, template.get())
                : edited;
    }
}
