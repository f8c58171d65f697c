package io.sevguest.qemu.command;

import io.sevguest.domain.xml.Element;

/**
 * The part of an argument's value that comes from one place of the document.
 *
 * @param element the element it comes from
 * @param attribute its attribute; empty where the text or the mere presence of the element counts
 * @param start offset of the part's first character in the argument's value
 * @param end offset after its last character
 */
public record Origin(Element element, String attribute, int start, int end) {
    public String xpath() {
        return attribute.isEmpty() ? element.path() : element.path() + "/@" + attribute;
    }

    /** Id of the form field that edits it; empty where no form does. */
    public String fieldId() {
        return FieldIds.of(element, attribute);
    }
}
