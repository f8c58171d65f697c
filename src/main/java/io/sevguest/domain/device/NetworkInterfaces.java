package io.sevguest.domain.device;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.NewElement;
import java.util.List;

/** The network interfaces of a domain, and edits of them. */
public final class NetworkInterfaces {
    private static final String PATH = "devices/interface";

    private NetworkInterfaces() {}

    /** Returns all interfaces in the order of the text. */
    public static List<NetworkInterface> of(DomainXml domain) {
        return domain.all(PATH).stream().map(NetworkInterface::of).toList();
    }

    /**
     * Returns the attribute of {@code <source>} that names the other end; empty for types without
     * one.
     */
    static String sourceAttribute(String type) {
        return switch (type) {
            case "network" -> "network";
            case "bridge" -> "bridge";
            case "direct", "ethernet" -> "dev";
            default -> "";
        };
    }

    /**
     * Adds a virtio interface after the last one, without a boot ROM, which does not support SEV;
     * libvirt assigns an address.
     *
     * @param type {@code user}, {@code network} or {@code bridge}
     * @param source name of the network or bridge; not used for {@code user}
     */
    public static DomainXml with(DomainXml domain, String type, String source) {
        NewElement added = NewElement.of("interface").attribute("type", type);
        String attribute = sourceAttribute(type);
        if (!attribute.isEmpty() && !source.isEmpty()) {
            added = added.child(NewElement.of("source").attribute(attribute, source));
        }
        return domain.withAdded(
                "devices",
                added.child(NewElement.of("model").attribute("type", "virtio"))
                        .child(NewElement.of("rom").attribute("enabled", "no")));
    }

    /** Removes an interface of the same domain. */
    public static DomainXml without(DomainXml domain, NetworkInterface removed) {
        return domain.without(removed.element());
    }
}
