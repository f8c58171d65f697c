package io.sevguest.domain.xml;

import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of one start tag, with their offsets in the whole text. */
public record StartTag(int nameEnd, Map<String, Attribute> attributes) {
    /**
     * The offsets of one attribute.
     *
     * @param start offset of its name
     * @param valueStart offset after the opening quote
     * @param valueEnd offset of the closing quote
     */
    public record Attribute(int start, int valueStart, int valueEnd) {
        public int end() {
            return valueEnd + 1;
        }
    }

    public static StartTag scan(String text, Element element) {
        int at = element.start() + 1 + element.name().length();
        int nameEnd = at;
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        while (true) {
            at = Whitespace.endAfter(text, at);
            if (text.charAt(at) == '>' || text.charAt(at) == '/') {
                return new StartTag(nameEnd, attributes);
            }
            int start = at;
            while (text.charAt(at) != '=' && !Whitespace.is(text.charAt(at))) {
                at++;
            }
            String name = text.substring(start, at);
            at = Whitespace.endAfter(text, at) + 1;
            at = Whitespace.endAfter(text, at);
            int valueEnd = text.indexOf(text.charAt(at), at + 1);
            attributes.put(name, new Attribute(start, at + 1, valueEnd));
            at = valueEnd + 1;
        }
    }

    /** Returns the offset for a further attribute: after the last one, otherwise after the name. */
    public int attributesEnd() {
        int end = nameEnd;
        for (Attribute attribute : attributes.values()) {
            end = attribute.end();
        }
        return end;
    }
}
