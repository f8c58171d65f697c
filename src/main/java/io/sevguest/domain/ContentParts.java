package io.sevguest.domain;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands between an element's tags: text, CDATA sections, comments, instructions and children.
 */
final class ContentParts {
    private final String text;
    private final Element element;
    private final Map<Integer, Element> children;

    ContentParts(String text, Element element) {
        this.text = text;
        this.element = element;
        this.children =
                element.children().stream()
                        .collect(Collectors.toMap(Element::start, Function.identity()));
    }

    /** The content with another text in the place of its first; all that is not text stays. */
    String withText(String escaped) {
        var out = new StringBuilder();
        boolean placed = false;
        int end = element.endTagStart();
        for (int at = element.startTagEnd(); at < end; ) {
            int partEnd = partEnd(at);
            String part = text.substring(at, partEnd);
            boolean last = partEnd == end && !placed;
            if (!isText(at) || part.isBlank() && !last && !alone(at)) {
                out.append(part);
            } else {
                out.append(placed || part.isBlank() && !last ? "" : escaped);
                placed = placed || !part.isBlank() || last;
            }
            at = partEnd;
        }
        return placed ? out.toString() : out.append(escaped).toString();
    }

    /** Whether the white space at an offset only surrounds a CDATA section, and goes with it. */
    private boolean alone(int at) {
        return at == element.startTagEnd() && text.startsWith("<![CDATA[", partEnd(at));
    }

    private boolean isText(int at) {
        return text.charAt(at) != '<' || text.startsWith("<![CDATA[", at);
    }

    private int partEnd(int at) {
        if (children.containsKey(at)) {
            return children.get(at).end();
        }
        if (text.startsWith("<!--", at)) {
            return text.indexOf("-->", at + 4) + 3;
        }
        if (text.startsWith("<![CDATA[", at)) {
            return text.indexOf("]]>", at + 9) + 3;
        }
        if (text.startsWith("<?", at)) {
            return text.indexOf("?>", at + 2) + 2;
        }
        return text.indexOf('<', at);
    }
}
