package io.sevguest.qemu;

import io.sevguest.domain.Element;

/**
 * One value of the document: an attribute, or the text or presence of an element.
 *
 * @param attribute empty for the element itself
 */
record Place(Element element, String attribute) {
    static Place of(Element element) {
        return new Place(element, "");
    }

    static Place of(Element element, String attribute) {
        return new Place(element, attribute);
    }

    /** The decoded value, empty where it is absent. */
    String value() {
        return attribute.isEmpty() ? element.text() : element.attribute(attribute);
    }

    boolean isWritten() {
        return !value().isEmpty();
    }
}
