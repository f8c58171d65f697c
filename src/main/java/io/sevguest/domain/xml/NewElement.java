package io.sevguest.domain.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element to be inserted; its values are plain text, which is escaped when it is written.
 *
 * @param text its text; elements with children have none
 */
public record NewElement(
        String name, Map<String, String> attributes, String text, List<NewElement> children) {
    public NewElement {
        attributes = new LinkedHashMap<>(attributes);
        children = List.copyOf(children);
    }

    public static NewElement of(String name) {
        return new NewElement(name, Map.of(), "", List.of());
    }

    public static NewElement of(String name, String text) {
        return new NewElement(name, Map.of(), text, List.of());
    }

    public NewElement attribute(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new NewElement(name, more, text, children);
    }

    public NewElement child(NewElement child) {
        var more = new ArrayList<>(children);
        more.add(child);
        return new NewElement(name, attributes, text, more);
    }
}
