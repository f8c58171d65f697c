package io.sevguest.domain;

import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.NewElement;
import io.sevguest.domain.xml.Whitespace;
import io.sevguest.domain.xml.XmlEncoding;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** Writes values and new elements in the style of the surrounding text. */
record XmlWriter(XmlEncoding encoding, String lineEnd, String unit, char quote) {
    private static final String DEFAULT_UNIT = "  ";

    /** Returns a writer in the style of a document: its line ends, its indentation, its quotes. */
    static XmlWriter like(DomainXml document) {
        String text = document.text();
        return new XmlWriter(
                document.encoding(),
                lineEnd(text),
                unit(document),
                quote(text, document.root().start()));
    }

    /** Returns the end of the first line of the text. */
    private static String lineEnd(String text) {
        int feed = text.indexOf('\n');
        if (feed > 0 && text.charAt(feed - 1) == '\r') {
            return "\r\n";
        }
        return feed < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
    }

    /** Returns the quote character of the first attribute. */
    private static char quote(String text, int from) {
        int apostrophe = text.indexOf("='", from);
        int quotation = text.indexOf("=\"", from);
        return quotation >= 0 && (apostrophe < 0 || quotation < apostrophe) ? '"' : '\'';
    }

    private static String unit(DomainXml document) {
        String outer = Whitespace.indentBefore(document.text(), document.root().start());
        for (Element child : document.root().children()) {
            String indent = Whitespace.indentBefore(document.text(), child.start());
            if (indent.startsWith(outer) && indent.length() > outer.length()) {
                return indent.substring(outer.length());
            }
        }
        return DEFAULT_UNIT;
    }

    /**
     * Returns the same writer without line ends and indentation, for elements that are on one line.
     */
    XmlWriter onOneLine() {
        return new XmlWriter(encoding, "", "", quote);
    }

    /** Returns the element's text; lines after the first begin with the indentation. */
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

    /** Returns a value escaped for an attribute in the given quotes. */
    String attributeValue(String value, char quoted) {
        return escape(value, quoted);
    }

    /** Returns a text escaped for the content of an element. */
    String text(String value) {
        return escape(value, '\0');
    }

    /** Returns a value without the characters that XML cannot represent, such as NUL. */
    static String withoutUnwritable(String value) {
        return value.codePoints()
                .filter(XmlWriter::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Escapes a value and leaves out characters that XML cannot represent, such as NUL. */
    private String escape(String value, char quoted) {
        CharsetEncoder encoder = encoding.charset().newEncoder();
        var out = new StringBuilder(value.length());
        value.codePoints()
                .filter(XmlWriter::isXml)
                .forEach(point -> out.append(escape(point, quoted, encoder)));
        return out.toString();
    }

    private String escape(int point, char quoted, CharsetEncoder encoder) {
        String character = Character.toString(point);
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '\n' -> quoted == '\0' ? inText(lineEnd) : "&#10;";
            case '\t' -> quoted == '\0' ? character : "&#9;";
            case '\'' -> quoted == '\'' ? "&apos;" : "'";
            case '"' -> quoted == '"' ? "&quot;" : "\"";
            default ->
                    encoder.canEncode(character) && !isSpecialInXml11(point)
                            ? character
                            : "&#x" + Integer.toHexString(point) + ";";
        };
    }

    /**
     * Returns whether XML 1.1, unlike 1.0, requires a reference for a character or reads it as a
     * line end.
     */
    private static boolean isSpecialInXml11(int point) {
        return (point >= 0x7f && point <= 0x9f) || point == 0x2028;
    }

    private static String inText(String lineEnd) {
        return lineEnd.isEmpty() ? "\n" : lineEnd;
    }

    /**
     * Returns whether XML 1.0 allows a character.
     *
     * <p>Source: XML 1.0, production 2, Char.
     */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xd7ff)
                || (point >= 0xe000 && point <= 0xfffd)
                || point >= 0x10000;
    }
}
