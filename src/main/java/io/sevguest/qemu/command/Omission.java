package io.sevguest.qemu.command;

import io.sevguest.domain.xml.Element;
import io.sevguest.problem.EscapedText;

/**
 * Something of the document that the command does not do, and why.
 *
 * @param element the element, its children included
 * @param attribute one attribute of it alone; empty for the whole element
 * @param reason one or more full sentences
 */
public record Omission(Element element, String attribute, String reason) {
    public Omission {
        reason = EscapedText.text(reason);
    }

    public String xpath() {
        return attribute.isEmpty() ? element.path() : element.path() + "/@" + attribute;
    }

    /** One line: the place and the reason. */
    public String toText() {
        return xpath() + ": " + reason;
    }
}
