package io.sevguest.domain;

import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** Writes values and new elements in the manner of the text around them. */
record XmlWriting(XmlEncoding encoding, String lineEnd, String unit, char quote) {
    private static final String DEFAULT_UNIT = "  ";

    /** The manner of a document: its line ends, its indentation, its quotes. */
    static XmlWriting like(DomainXml document) {
        String text = document.text();
        return new XmlWriting(
                document.encoding(),
                text.contains("\r\n") ? "\r\n" : "\n",
                unit(document),
                text.indexOf('\'') >= 0 || text.indexOf('"') < 0 ? '\'' : '"');
    }

    private static String unit(DomainXml document) {
        for (Element child : document.root().children()) {
            String indent = Whitespace.indentBefore(document.text(), child.start());
            if (!indent.isEmpty()) {
                return indent;
            }
        }
        return DEFAULT_UNIT;
    }

    /** The same without line ends and indentation, for neighbours that stand on one line. */
    XmlWriting onOneLine() {
        return new XmlWriting(encoding, "", "", quote);
    }

    /** The element's text; lines after the first begin with the indentation. */
    String element(NewElement element, String indent) {
        var out = new StringBuilder();
        element(element, indent, out);
        return out.toString();
    }

    private void element(NewElement element, String indent, StringBuilder out) {
        out.append('<').append(element.name());
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute(attribute.getKey(), attribute.getValue(), quote));
        }
        if (element.text().isEmpty() && element.children().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>').append(text(element.text()));
        for (NewElement child : element.children()) {
            out.append(lineEnd).append(indent).append(unit);
            element(child, indent + unit, out);
        }
        if (!element.children().isEmpty()) {
            out.append(lineEnd).append(indent);
        }
        out.append("</").append(element.name()).append('>');
    }

    String attribute(String name, String value, char quoted) {
        return name + '=' + quoted + attributeValue(value, quoted) + quoted;
    }

    /** A value as it stands between the given quotes. */
    String attributeValue(String value, char quoted) {
        return escape(value, quoted);
    }

    /** A text as it stands between tags. */
    String text(String value) {
        return escape(value, '\0');
    }

    private String escape(String value, char quoted) {
        CharsetEncoder encoder = encoding.charset().newEncoder();
        var out = new StringBuilder(value.length());
        value.codePoints()
                .forEach(
                        point -> {
                            String character = Character.toString(point);
                            switch (point) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '\r' -> out.append("&#13;");
                                case '\n', '\t' ->
                                        out.append(quoted == '\0' ? character : "&#" + point + ";");
                                case '\'' -> out.append(quoted == '\'' ? "&apos;" : "'");
                                case '"' -> out.append(quoted == '"' ? "&quot;" : "\"");
                                default ->
                                        out.append(
                                                encoder.canEncode(character)
                                                        ? character
                                                        : "&#x" + Integer.toHexString(point) + ";");
                            }
                        });
        return out.toString();
    }
}
