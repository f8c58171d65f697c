package io.sevguest.domain;

import java.util.List;
import java.util.Optional;

/**
 * Where libvirt writes the children of {@code <domain>}; elements inserted anew go to that place.
 */
final class ChildOrder {
    /** Source: libvirt 9.0.0, src/conf/domain_conf.c, virDomainDefFormatInternalSetRootName. */
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
                    "os",
                    "features",
                    "cpu",
                    "clock",
                    "on_poweroff",
                    "on_reboot",
                    "on_crash",
                    "on_lockfailure",
                    "pm",
                    "perf",
                    "idmap",
                    "devices",
                    "seclabel",
                    "keywrap",
                    "launchSecurity");

    private ChildOrder() {}

    /** The child after which a new one goes; none: it becomes the first. */
    static Optional<Element> predecessor(Element parent, String name) {
        int rank = DOMAIN.indexOf(name);
        boolean ranked = parent.parent().isEmpty() && rank >= 0;
        Optional<Element> last = Optional.empty();
        for (Element child : parent.children()) {
            if (!child.namespace().equals(parent.namespace())) {
                continue;
            }
            if (!ranked || DOMAIN.indexOf(child.name()) <= rank) {
                last = Optional.of(child);
            }
        }
        return last;
    }
}
