package io.sevguest.domain.xml;

import com.ctc.wstx.exc.WstxEOFException;
import io.sevguest.bytes.XmlSpace;
import javax.xml.stream.XMLStreamException;

/**
 * Translates the parser's messages about a malformed text into this program's, with the position in
 * the text.
 */
public final class MalformedXml {
    private MalformedXml() {}

    /** Returns the fault of a {@code ]]>} in text. */
    public static XmlFault strayCdataEnd(String text, int offset) {
        return new XmlFault(
                "The XML is malformed: its text contains ]]>.",
                TextPosition.of(text, offset),
                "Write ]]&gt; instead.",
                false);
    }

    public static XmlFault fault(String text, XMLStreamException malformed) {
        var location = malformed.getLocation();
        TextPosition position =
                malformed instanceof WstxEOFException
                                || location == null
                                || location.getCharacterOffset() < 0
                        ? TextPosition.of(text, text.length())
                        : TextPosition.of(
                                text, Math.min(location.getCharacterOffset(), text.length()));
        if (XmlSpace.isBlank(text)) {
            return new XmlFault(
                    "The file is empty.",
                    position,
                    "Choose a file that contains a <domain>.",
                    false);
        }
        String words =
                malformed
                        .getMessage()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip()
                        .replaceAll("\\.$", "");
        String fix =
                malformed instanceof WstxEOFException
                        ? "The end of the file is missing: add the end tags, or use a"
                                + " complete copy."
                        : "Correct the text at this place; everything before it was read.";
        return new XmlFault("The XML is malformed: " + words + ".", position, fix, false);
    }
}
