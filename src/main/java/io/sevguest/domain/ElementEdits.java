package io.sevguest.domain;

import io.sevguest.domain.xml.ContentParts;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.Markup;
import io.sevguest.domain.xml.NewElement;
import io.sevguest.domain.xml.Splice;
import io.sevguest.domain.xml.StartTag;
import io.sevguest.domain.xml.Whitespace;
import java.util.Optional;

/**
 * Computes the splice for one edit of one element: the smallest possible one, formatted like the
 * neighbors.
 */
final class ElementEdits {
    private final String text;
    private final Markup markup;
    private final XmlWriter writing;

    ElementEdits(DomainXml document) {
        this.text = document.text();
        this.markup = document.markup();
        this.writing = XmlWriter.like(document);
    }

    Splice setAttribute(Element element, String name, String value) {
        StartTag tag = StartTag.scan(text, element);
        StartTag.Attribute attribute = tag.attributes().get(name);
        if (attribute != null) {
            char quote = text.charAt(attribute.valueEnd());
            return new Splice(
                    attribute.valueStart(),
                    attribute.valueEnd(),
                    writing.attributeValue(value, quote));
        }
        char quote =
                tag.attributes().values().stream()
                        .findFirst()
                        .map(first -> text.charAt(first.valueEnd()))
                        .orElse(writing.quote());
        int at = tag.attributesEnd();
        return new Splice(at, at, " " + writing.attribute(name, value, quote));
    }

    /** Removes an attribute that exists, with the white space before it. */
    Splice removeAttribute(Element element, String name) {
        StartTag.Attribute attribute = StartTag.scan(text, element).attributes().get(name);
        return new Splice(Whitespace.startBefore(text, attribute.start()), attribute.end(), "");
    }

    /** Replaces the text of an element; comments and unexpected children are kept. */
    Splice setText(Element element, String value) {
        String escaped = writing.text(value);
        if (element.isEmptyTag()) {
            int slash = text.lastIndexOf('/', element.end() - 1);
            int from = Whitespace.startBefore(text, slash);
            return new Splice(from, element.end(), ">" + escaped + "</" + element.name() + ">");
        }
        return new Splice(
                element.startTagEnd(),
                element.endTagStart(),
                new ContentParts(text, markup, element).withText(escaped));
    }

    /** Removes the text of an element that has no children; comments inside are kept. */
    Splice clearText(Element element) {
        String content = text.substring(element.startTagEnd(), element.endTagStart());
        return content.indexOf('<') < 0
                ? new Splice(element.startTagEnd() - 1, element.end(), "/>")
                : setText(element, "");
    }

    /** Inserts a child after the given one, or as the first. */
    Splice insert(Element parent, Optional<Element> after, NewElement child) {
        if (parent.isEmptyTag()) {
            int slash = text.lastIndexOf('/', parent.end() - 1);
            return new Splice(
                    Whitespace.startBefore(text, slash),
                    parent.end(),
                    ">" + onlyChild(parent, child, false) + "</" + parent.name() + ">");
        }
        if (parent.isLeaf()) {
            int at = Whitespace.startBefore(text, parent.endTagStart());
            boolean closes = Whitespace.startsItsLine(text, parent.endTagStart());
            return new Splice(at, at, onlyChild(parent, child, closes));
        }
        int at =
                after.map(element -> endOfLineComments(element.end())).orElse(parent.startTagEnd());
        Element neighbor = after.orElseGet(() -> parent.children().get(0));
        return new Splice(at, at, besideNeighbour(neighbor, child));
    }

    /**
     * Returns the end of the comments that follow an offset on the same line; the offset itself if
     * there are none.
     */
    private int endOfLineComments(int offset) {
        int end = offset;
        int next = Whitespace.endOfBlanks(text, end);
        while (text.startsWith("<!--", next)) {
            end = markup.endAt(next);
            next = Whitespace.endOfBlanks(text, end);
        }
        return end;
    }

    private String besideNeighbour(Element neighbor, NewElement child) {
        if (!Whitespace.startsItsLine(text, neighbor.start())) {
            return writing.onOneLine().element(child, "");
        }
        String indent = Whitespace.indentBefore(text, neighbor.start());
        return writing.lineEnd() + indent + writing.element(child, indent);
    }

    /**
     * Returns the child as it is written into a parent without other children.
     *
     * @param closes whether the parent's end tag is already on a line of its own
     */
    private String onlyChild(Element parent, NewElement child, boolean closes) {
        if (!Whitespace.startsItsLine(text, parent.start()) || isOneLine(parent)) {
            return writing.onOneLine().element(child, "");
        }
        String indent = indentOf(parent);
        String inner = indent + writing.unit();
        return writing.lineEnd()
                + inner
                + writing.element(child, inner)
                + (closes ? "" : writing.lineEnd() + indent);
    }

    /**
     * Returns whether the whole document is one line, so that the position of its root says nothing
     * about indentation.
     */
    private boolean isOneLine(Element parent) {
        return parent.parent().isEmpty() && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    /**
     * Removes an element with the white space before it, so that inserting and removing restores
     * the text; a parent without other content becomes an empty-element tag.
     */
    Splice remove(Element element) {
        Optional<Element> parent = element.parent().filter(p -> p.parent().isPresent());
        if (parent.isPresent() && isOnlyContent(parent.get(), element)) {
            return new Splice(parent.get().startTagEnd() - 1, parent.get().end(), "/>");
        }
        return removeAlone(element);
    }

    /**
     * Removes an element with the white space before it, regardless of what is left in its parent.
     */
    Splice removeAlone(Element element) {
        return new Splice(Whitespace.startBefore(text, element.start()), element.end(), "");
    }

    /** Returns whether an element without attributes contains only the given child. */
    boolean holdsOnly(Element parent, Element child) {
        return parent.attributes().isEmpty() && isOnlyContent(parent, child);
    }

    private boolean isOnlyContent(Element parent, Element child) {
        return parent.children().size() == 1
                && Whitespace.isBlank(text, parent.startTagEnd(), child.start())
                && Whitespace.isBlank(text, child.end(), parent.endTagStart());
    }

    private String indentOf(Element element) {
        return Whitespace.indentBefore(text, element.start());
    }
}
