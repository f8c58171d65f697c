package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.Element;

/**
 * One value of the document: an attribute, or the text or presence of an element.
 *
 * @param attribute empty for the element itself
 */
public record XmlPlace(Element element, String attribute) {
    public static XmlPlace of(Element element) {
        return new XmlPlace(element, "");
    }

    public static XmlPlace of(Element element, String attribute) {
        return new XmlPlace(element, attribute);
    }

    /** The decoded value, empty where it is absent. */
    public String value() {
        return attribute.isEmpty() ? element.text() : element.attribute(attribute);
    }

    public boolean isWritten() {
        return !value().isEmpty();
    }
}
