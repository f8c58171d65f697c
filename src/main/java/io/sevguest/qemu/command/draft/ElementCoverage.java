package io.sevguest.qemu.command.draft;

import io.sevguest.domain.xml.Element;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The elements and attributes of a document that have been handled, so that the rest can be
 * reported.
 *
 * <p>One bit per character of the document: an element is its {@code <}; its n-th attribute is the
 * n-th character after that, which is still inside the start tag.
 */
public final class ElementCoverage {
    private final BitSet read = new BitSet();

    void read(Element element) {
        read.set(element.start());
    }

    void read(Element element, String attribute) {
        int position = element.attributePosition(attribute);
        if (position >= 0) {
            read.set(element.start() + 1 + position);
        }
    }

    void read(XmlPlace place) {
        read(place.element());
        if (!place.attribute().isEmpty()) {
            read(place.element(), place.attribute());
        }
    }

    public boolean isRead(Element element) {
        return read.get(element.start());
    }

    /** Returns the attributes that have not been handled, in the order of the text. */
    public List<String> unreadAttributes(Element element) {
        int last = element.start() + element.attributes().size();
        if (read.nextClearBit(element.start() + 1) > last) {
            return List.of();
        }
        List<String> unread = new ArrayList<>();
        int bit = element.start();
        for (String name : element.attributes().keySet()) {
            bit++;
            if (!read.get(bit)) {
                unread.add(name);
            }
        }
        return unread;
    }
}
