package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.Map;

/** Why parts of a domain are not in the command, where no part of the command says it better. */
final class OmissionReasons {
    private static final String OTHERS =
            "This program does not carry it into the QEMU command; libvirt would.";
    private static final String LIBVIRT_ONLY = "It is for libvirt; QEMU has no part in it.";

    private static final Map<String, String> BY_PATH =
            Map.ofEntries(
                    Map.entry("@id", LIBVIRT_ONLY),
                    Map.entry("title", LIBVIRT_ONLY),
                    Map.entry("description", LIBVIRT_ONLY),
                    Map.entry("metadata", LIBVIRT_ONLY),
                    Map.entry("seclabel", LIBVIRT_ONLY));

    private OmissionReasons() {}

    /** The reason for an element, or for one attribute of it. */
    static String of(Element element, String attribute) {
        String path = FieldIds.namePath(element);
        String place = attribute.isEmpty() ? path : path + "@" + attribute;
        return BY_PATH.getOrDefault(place, OTHERS);
    }
}
