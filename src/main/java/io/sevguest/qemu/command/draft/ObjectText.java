package io.sevguest.qemu.command.draft;

import io.sevguest.qemu.ObjectNotation;
import java.util.ArrayList;
import java.util.List;

/** A QEMU object with typed properties, written as key=value or as JSON. */
public final class ObjectText {
    private final String type;
    private final String id;
    private final List<Property> properties = new ArrayList<>();

    private record Property(String key, String keyValue, String json, List<XmlPlace> places) {
        XmlPlace[] origin() {
            return places.toArray(XmlPlace[]::new);
        }
    }

    public ObjectText(String type, String id) {
        this.type = type;
        this.id = id;
    }

    public ObjectText number(String key, long value, XmlPlace... places) {
        String decimal = Long.toUnsignedString(value);
        properties.add(new Property(key, decimal, decimal, List.of(places)));
        return this;
    }

    /** A number that key=value shows in hexadecimal, 0x and at least one digit. */
    public ObjectText bits(String key, long value, XmlPlace... places) {
        properties.add(
                new Property(
                        key,
                        "0x" + Long.toHexString(value),
                        Long.toUnsignedString(value),
                        List.of(places)));
        return this;
    }

    public ObjectText string(String key, String value, XmlPlace... places) {
        properties.add(new Property(key, value, JsonText.quote(value), List.of(places)));
        return this;
    }

    public ObjectText bool(String key, boolean value, XmlPlace... places) {
        properties.add(
                new Property(key, value ? "on" : "off", Boolean.toString(value), List.of(places)));
        return this;
    }

    public OptionText write(ObjectNotation notation, XmlPlace... places) {
        return notation == ObjectNotation.JSON ? json(places) : keyValue(places);
    }

    private OptionText keyValue(XmlPlace... places) {
        OptionText text = OptionText.of(type, places).add("id", id);
        for (Property property : properties) {
            text.add(property.key, property.keyValue, property.origin());
        }
        return text;
    }

    private OptionText json(XmlPlace... places) {
        OptionText text =
                OptionText.verbatim("{\"qom-type\":" + JsonText.quote(type), places)
                        .raw(",\"id\":" + JsonText.quote(id));
        for (Property property : properties) {
            text.raw("," + JsonText.quote(property.key) + ":" + property.json, property.origin());
        }
        return text.raw("}");
    }
}
