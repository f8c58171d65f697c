package io.sevguest.domain.xml;

import io.sevguest.bytes.XmlSpace;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The content between an element's tags: text, CDATA sections, comments, instructions and children.
 */
public final class ContentParts {
    private final String text;
    private final Markup markup;
    private final Element element;
    private final Map<Integer, Element> children;

    public ContentParts(String text, Markup markup, Element element) {
        this.text = text;
        this.markup = markup;
        this.element = element;
        this.children =
                element.children().stream()
                        .collect(Collectors.toMap(Element::start, Function.identity()));
    }

    /**
     * Returns the content with another text in place of the first one; comments, instructions,
     * children and the white space between them are kept.
     */
    public String withText(String escaped) {
        var out = new StringBuilder();
        boolean placed = false;
        int at = element.startTagEnd();
        while (at < element.endTagStart()) {
            int partEnd = partEnd(at);
            String part = text.substring(at, partEnd);
            if (!isText(at)) {
                out.append(part);
            } else {
                boolean here = !placed && !XmlSpace.isBlank(part);
                out.append(textPart(part, here ? escaped : ""));
                placed |= here;
            }
            at = partEnd;
        }
        return placed ? out.toString() : out.append(escaped).toString();
    }

    /** Returns the replacement of a part; between children, the white space around it is kept. */
    private String textPart(String part, String escaped) {
        if (element.isLeaf()) {
            return escaped;
        }
        int start = Whitespace.endAfter(part, 0);
        return part.substring(0, start)
                + escaped
                + part.substring(Math.max(start, Whitespace.startBefore(part, part.length())));
    }

    private boolean isText(int at) {
        return text.charAt(at) != '<' || text.startsWith("<![CDATA[", at);
    }

    private int partEnd(int at) {
        if (children.containsKey(at)) {
            return children.get(at).end();
        }
        int markupEnd = markup.endAt(at);
        if (markupEnd >= 0) {
            return markupEnd;
        }
        return text.indexOf('<', at);
    }
}
