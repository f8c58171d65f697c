package io.sevguest.domain.guest;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.Fields;
import io.sevguest.domain.Toggle;
import java.util.List;

/** The fields of firmware, direct kernel boot and boot order. */
public final class FirmwareFields {
    /** {@code efi} or {@code bios} if libvirt chooses the firmware, or else empty. */
    public static final Field<DomainXml, String> FIRMWARE =
            Fields.attribute("firmware.firmware", "os", "firmware");

    public static final Field<DomainXml, String> LOADER =
            Fields.textBesideAttributes("firmware.loader", "os/loader");

    /** {@code pflash}, {@code rom} or empty. */
    public static final Field<DomainXml, String> LOADER_TYPE =
            Fields.attribute("firmware.loaderType", "os/loader", "type");

    public static final Field<DomainXml, Toggle> LOADER_READONLY =
            Fields.yesNo("firmware.loaderReadonly", "os/loader", "readonly");
    public static final Field<DomainXml, Toggle> LOADER_SECURE =
            Fields.yesNo("firmware.loaderSecure", "os/loader", "secure");
    public static final Field<DomainXml, Toggle> LOADER_STATELESS =
            Fields.yesNo("firmware.loaderStateless", "os/loader", "stateless");
    public static final Field<DomainXml, String> NVRAM =
            Fields.textBesideAttributes("firmware.nvram", "os/nvram");
    public static final Field<DomainXml, String> NVRAM_TEMPLATE =
            Fields.attribute("firmware.nvramTemplate", "os/nvram", "template");

    public static final Field<DomainXml, String> KERNEL =
            Fields.text("firmware.kernel", "os/kernel");
    public static final Field<DomainXml, String> INITRD =
            Fields.text("firmware.initrd", "os/initrd");
    public static final Field<DomainXml, String> CMDLINE =
            Fields.text("firmware.cmdline", "os/cmdline");

    /** The kinds of devices in boot order: {@code hd}, {@code cdrom}, {@code network}. */
    public static final Field<DomainXml, List<String>> BOOT_DEVICES =
            Fields.of("firmware.bootDevices", BootDevices::of, BootDevices::with);

    public static final Field<DomainXml, Toggle> BOOT_MENU =
            Fields.yesNo("firmware.bootMenu", "os/bootmenu", "enable");

    private FirmwareFields() {}

    public static List<Field<DomainXml, ?>> all() {
        return List.of(
                FIRMWARE,
                LOADER,
                LOADER_TYPE,
                LOADER_READONLY,
                LOADER_SECURE,
                LOADER_STATELESS,
                NVRAM,
                NVRAM_TEMPLATE,
                KERNEL,
                INITRD,
                CMDLINE,
                BOOT_DEVICES,
                BOOT_MENU);
    }
}
