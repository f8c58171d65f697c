package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.Map;
import java.util.Optional;

/** Which form field edits an element: by its path of names, and its attribute where one counts. */
final class FieldIds {
    private static final Map<String, String> BY_PATH =
            Map.ofEntries(
                    Map.entry("name", "guest.name"),
                    Map.entry("uuid", "guest.uuid"),
                    Map.entry("memory", "guest.memory"),
                    Map.entry("vcpu", "guest.vcpus"),
                    Map.entry("os/type@machine", "guest.machine"),
                    Map.entry("os/loader", "firmware.loader"),
                    Map.entry("os/nvram", "firmware.nvram"),
                    Map.entry("os/kernel", "boot.kernel"),
                    Map.entry("os/initrd", "boot.initrd"),
                    Map.entry("os/cmdline", "boot.cmdline"),
                    Map.entry("launchSecurity@type", "launchSecurity.type"),
                    Map.entry("launchSecurity@kernelHashes", "launchSecurity.kernelHashes"),
                    Map.entry("launchSecurity/policy", "launchSecurity.policy"),
                    Map.entry("launchSecurity/cbitpos", "launchSecurity.cbitpos"),
                    Map.entry("launchSecurity/reducedPhysBits", "launchSecurity.reducedPhysBits"),
                    Map.entry("launchSecurity/dhCert", "launchSecurity.dhCert"),
                    Map.entry("launchSecurity/session", "launchSecurity.session"));

    private FieldIds() {}

    /** The field's id, empty where no form edits it. */
    static String of(Element element, String attribute) {
        String path = namePath(element);
        if (path.startsWith("devices/")) {
            return "devices";
        }
        String exact = attribute.isEmpty() ? path : path + "@" + attribute;
        return BY_PATH.getOrDefault(exact, BY_PATH.getOrDefault(path, ""));
    }

    /** Names of the elements from below {@code <domain>} down to this one. */
    static String namePath(Element element) {
        Optional<Element> parent = element.parent();
        if (parent.isEmpty()) {
            return "";
        }
        String above = namePath(parent.get());
        return above.isEmpty() ? element.name() : above + "/" + element.name();
    }
}
