package io.sevguest.qemu.command;

import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.guest.FirmwareFields;
import io.sevguest.domain.guest.GuestFields;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.domain.xml.Element;
import java.util.Map;
import java.util.Optional;

/**
 * The form fields that edit elements: by their path of names, and by their attribute if one counts.
 */
public final class FieldIds {
    private static final Map<String, String> BY_PATH =
            Map.ofEntries(
                    field("@type", GuestFields.TYPE),
                    field("name", GuestFields.NAME),
                    field("title", GuestFields.TITLE),
                    field("description", GuestFields.DESCRIPTION),
                    field("uuid", GuestFields.UUID),
                    field("memory", GuestFields.MEMORY),
                    field("currentMemory", GuestFields.CURRENT_MEMORY),
                    field("memtune/hard_limit", GuestFields.HARD_LIMIT),
                    field("memoryBacking/locked", GuestFields.MEMORY_LOCKED),
                    field("vcpu", GuestFields.VCPUS),
                    field("cpu/topology", GuestFields.TOPOLOGY),
                    field("cpu", GuestFields.CPU_MODE),
                    field("cpu/model", GuestFields.CPU_MODEL),
                    field("os/type", GuestFields.MACHINE),
                    field("os/type@arch", GuestFields.ARCH),
                    field("features/acpi", GuestFields.ACPI),
                    field("features/apic", GuestFields.APIC),
                    field("features/pae", GuestFields.PAE),
                    field("features/smm", GuestFields.SMM),
                    field("features/vmport", GuestFields.VMPORT),
                    field("clock", GuestFields.CLOCK_OFFSET),
                    field("on_poweroff", GuestFields.ON_POWEROFF),
                    field("on_reboot", GuestFields.ON_REBOOT),
                    field("on_crash", GuestFields.ON_CRASH),
                    field("os@firmware", FirmwareFields.FIRMWARE),
                    field("os/loader", FirmwareFields.LOADER),
                    field("os/loader@type", FirmwareFields.LOADER_TYPE),
                    field("os/loader@readonly", FirmwareFields.LOADER_READONLY),
                    field("os/loader@secure", FirmwareFields.LOADER_SECURE),
                    field("os/loader@stateless", FirmwareFields.LOADER_STATELESS),
                    field("os/nvram", FirmwareFields.NVRAM),
                    field("os/nvram@template", FirmwareFields.NVRAM_TEMPLATE),
                    field("os/kernel", FirmwareFields.KERNEL),
                    field("os/initrd", FirmwareFields.INITRD),
                    field("os/cmdline", FirmwareFields.CMDLINE),
                    field("os/boot", FirmwareFields.BOOT_DEVICES),
                    field("os/bootmenu", FirmwareFields.BOOT_MENU),
                    field("launchSecurity", LaunchSecurityFields.TYPE),
                    field("launchSecurity@kernelHashes", LaunchSecurityFields.KERNEL_HASHES),
                    field("launchSecurity/policy", LaunchSecurityFields.POLICY),
                    field("launchSecurity/cbitpos", LaunchSecurityFields.CBITPOS),
                    field("launchSecurity/reducedPhysBits", LaunchSecurityFields.REDUCED_PHYS_BITS),
                    field("launchSecurity/dhCert", LaunchSecurityFields.DH_CERT),
                    field("launchSecurity/session", LaunchSecurityFields.SESSION));

    private static Map.Entry<String, String> field(String path, Field<DomainXml, ?> field) {
        return Map.entry(path, field.id());
    }

    private FieldIds() {}

    /** The field's id, empty where no form edits it. */
    public static String of(Element element, String attribute) {
        String path = namePath(element);
        if (path.startsWith("devices/")) {
            return "devices.table";
        }
        String exact = attribute.isEmpty() ? path : path + "@" + attribute;
        return BY_PATH.getOrDefault(exact, BY_PATH.getOrDefault(path, ""));
    }

    /** Names of the elements from below {@code <domain>} down to this one. */
    public static String namePath(Element element) {
        Optional<Element> parent = element.parent();
        if (parent.isEmpty()) {
            return "";
        }
        String above = namePath(parent.get());
        return above.isEmpty() ? element.name() : above + "/" + element.name();
    }
}
