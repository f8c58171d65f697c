package io.sevguest.domain.device;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The children of {@code <devices>}, for a list. */
public final class Devices {
    /** Children that give the position of a device, not its kind. */
    private static final Set<String> PLACES = Set.of("address", "alias");

    private Devices() {}

    /**
     * One entry of the list.
     *
     * @param kind the element's name, such as {@code controller}
     * @param summary its attributes and those of its children, abbreviated
     */
    public record Device(Element element, String kind, String summary) {}

    /** Returns every device in the order of the text. */
    public static List<Device> of(DomainXml domain) {
        return domain.root().child("devices").map(Element::children).orElse(List.of()).stream()
                .map(element -> new Device(element, element.name(), summary(element)))
                .toList();
    }

    private static String summary(Element element) {
        Stream<String> own = words(element.text(), attributes(element));
        Stream<String> inside =
                element.children().stream()
                        .filter(child -> !PLACES.contains(child.name()))
                        .map(
                                child ->
                                        words(child.name(), attributes(child), child.text())
                                                .collect(Collectors.joining(" ")));
        return Stream.concat(own, inside).collect(Collectors.joining("; "));
    }

    private static Stream<String> words(String... parts) {
        return Stream.of(parts).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static String attributes(Element element) {
        return element.attributes().entrySet().stream()
                .map(attribute -> attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining(" "));
    }
}
