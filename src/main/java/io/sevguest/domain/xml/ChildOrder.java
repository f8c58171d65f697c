package io.sevguest.domain.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which libvirt writes the children of an element; new ones are inserted accordingly.
 *
 * <p>Source: libvirt 9.0.0, src/conf/domain_conf.c, virDomainDefFormatInternalSetRootName and the
 * functions that it calls.
 */
public final class ChildOrder {
    private static final String LAST = "launchSecurity";

    private static final List<String> DOMAIN =
            List.of(
                    "name",
                    "uuid",
                    "genid",
                    "title",
                    "description",
                    "metadata",
                    "maxMemory",
                    "memory",
                    "currentMemory",
                    "blkiotune",
                    "memtune",
                    "memoryBacking",
                    "vcpu",
                    "vcpus",
                    "iothreads",
                    "iothreadids",
                    "cputune",
                    "numatune",
                    "resource",
                    "sysinfo",
                    "bootloader",
                    "bootloader_args",
                    "os",
                    "idmap",
                    "features",
                    "cpu",
                    "clock",
                    "on_poweroff",
                    "on_reboot",
                    "on_crash",
                    "on_lockfailure",
                    "pm",
                    "perf",
                    "devices",
                    "seclabel",
                    "keywrap",
                    LAST);

    private static final Map<String, List<String>> BY_PARENT =
            Map.of(
                    "domain",
                    DOMAIN,
                    LAST,
                    List.of("cbitpos", "reducedPhysBits", "policy", "dhCert", "session"),
                    "os",
                    List.of(
                            "type",
                            "firmware",
                            "loader",
                            "nvram",
                            "kernel",
                            "initrd",
                            "cmdline",
                            "dtb",
                            "acpi",
                            "boot",
                            "bootmenu",
                            "bios",
                            "smbios"),
                    "cpu",
                    List.of(
                            "model",
                            "vendor",
                            "topology",
                            "cache",
                            "maxphysaddr",
                            "feature",
                            "numa"),
                    "disk",
                    List.of(
                            "driver",
                            "auth",
                            "source",
                            "backingStore",
                            "mirror",
                            "target",
                            "iotune",
                            "readonly",
                            "shareable",
                            "transient",
                            "serial",
                            "wwn",
                            "vendor",
                            "product",
                            "encryption",
                            "boot",
                            "alias",
                            "address"),
                    "interface",
                    List.of(
                            "mac",
                            "source",
                            "virtualport",
                            "script",
                            "target",
                            "guest",
                            "model",
                            "driver",
                            "filterref",
                            "bandwidth",
                            "link",
                            "mtu",
                            "boot",
                            "rom",
                            "alias",
                            "address"),
                    "devices",
                    List.of(
                            "emulator",
                            "disk",
                            "controller",
                            "filesystem",
                            "interface",
                            "smartcard",
                            "serial",
                            "parallel",
                            "console",
                            "channel",
                            "input",
                            "tpm",
                            "graphics",
                            "sound",
                            "audio",
                            "video",
                            "hostdev",
                            "redirdev",
                            "watchdog",
                            "memballoon",
                            "rng"));

    private ChildOrder() {}

    /**
     * Returns the child after which a new one is inserted; empty if the new one becomes the first.
     */
    public static Optional<Element> predecessor(Element parent, String name) {
        List<String> order = BY_PARENT.getOrDefault(parent.name(), List.of());
        int rank = order.indexOf(name);
        boolean anywhere = rank < 0 || name.equals(LAST);
        Optional<Element> last = Optional.empty();
        for (Element child : parent.children()) {
            int other = order.indexOf(child.name());
            if (anywhere
                    ? child.namespace().equals(parent.namespace())
                    : other >= 0 && other <= rank) {
                last = Optional.of(child);
            }
        }
        return last;
    }
}
