package io.sevguest.domain.device;

import io.sevguest.domain.xml.Element;
import java.util.Optional;

/**
 * A network interface of a domain; absent values are empty.
 *
 * @param type {@code user}, {@code network}, {@code bridge}, …
 * @param source name of the network or bridge
 * @param mac as written
 * @param model such as {@code virtio}
 */
public record NetworkInterface(
        Element element, String type, String source, String mac, String model) {
    /** Reads an {@code <interface>}. */
    public static NetworkInterface of(Element element) {
        String type = element.attribute("type");
        return new NetworkInterface(
                element,
                type,
                attribute(element.child("source"), NetworkInterfaces.sourceAttribute(type)),
                attribute(element.child("mac"), "address"),
                attribute(element.child("model"), "type"));
    }

    private static String attribute(Optional<Element> element, String name) {
        return element.map(found -> found.attribute(name)).orElse("");
    }
}
