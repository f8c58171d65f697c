package io.sevguest.domain;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.sevguest.domain.xml.Attributes;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.MalformedXml;
import io.sevguest.domain.xml.Markup;
import io.sevguest.domain.xml.TextPosition;
import io.sevguest.domain.xml.XmlFault;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads a text into a tree of elements. It stops at a DOCTYPE, at XInclude and at too deep nesting.
 */
public final class XmlIndex {
    static final int MAX_DEPTH = 1_000;
    public static final int MAX_ELEMENTS = 1_000_000;

    private static final String CDATA_END = "]]>";

    /**
     * The namespaces of XInclude: that of the standard, and that of its draft of 2003, which
     * libxml2 accepts too.
     */
    private static final Set<String> XINCLUDE =
            Set.of("http://www.w3.org/2001/XInclude", "http://www.w3.org/2003/XInclude");

    private static final WstxInputFactory FACTORY = factory();

    private final String text;
    private final Deque<Element> open = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private final Markup markup = new Markup();
    private final boolean mayHaveStrayCdataEnd;
    private int elements;
    private int charactersStart;
    private int charactersEnd = -1;
    private Optional<Element> root = Optional.empty();

    private XmlIndex(String text) {
        this.text = text;
        mayHaveStrayCdataEnd = text.contains(CDATA_END);
    }

    /** Either a tree or the fault that prevents it. */
    sealed interface Outcome {
        record Tree(Element root, Markup markup) implements Outcome {}

        record Fault(XmlFault fault) implements Outcome {}
    }

    static Outcome read(String text) {
        return new XmlIndex(text).read();
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // If the text were read lazily, an unterminated text would fail with an unchecked exception
        // outside of next().
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, Integer.MAX_VALUE);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 1);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, DomainText.MAX_BYTES);
        return factory;
    }

    private Outcome read() {
        try {
            var reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                Optional<XmlFault> fault = take(reader.next(), reader);
                if (fault.isPresent()) {
                    return new Outcome.Fault(fault.get());
                }
            }
            return new Outcome.Tree(root.orElseThrow(), markup);
        } catch (XMLStreamException malformed) {
            return new Outcome.Fault(MalformedXml.fault(text, malformed));
        }
    }

    private Optional<XmlFault> take(int event, XMLStreamReader2 reader) throws XMLStreamException {
        LocationInfo place = reader.getLocationInfo();
        switch (event) {
            case XMLStreamConstants.DTD -> {
                return refused(
                        "The file has a DOCTYPE, which can define entities; such files are not"
                                + " read.",
                        (int) place.getStartingCharOffset(),
                        "Delete the DOCTYPE: libvirt needs none.");
            }
            case XMLStreamConstants.START_ELEMENT -> {
                return start(reader, place);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (event == XMLStreamConstants.CDATA) {
                    mark(place);
                } else if (mayHaveStrayCdataEnd) {
                    Optional<XmlFault> stray = strayCdataEnd(place);
                    if (stray.isPresent()) {
                        return stray;
                    }
                }
                if (!open.isEmpty() && (open.peek().isLeaf() || !reader.isWhiteSpace())) {
                    texts.peek()
                            .append(
                                    reader.getTextCharacters(),
                                    reader.getTextStart(),
                                    reader.getTextLength());
                }
            }
            case XMLStreamConstants.END_ELEMENT ->
                    open.pop()
                            .close(
                                    texts.pop().toString(),
                                    (int) place.getStartingCharOffset(),
                                    (int) place.getEndingCharOffset());
            case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    mark(place);
            default -> {
                // the end of the document and the parts outside of its root are ignored
            }
        }
        return Optional.empty();
    }

    private void mark(LocationInfo place) throws XMLStreamException {
        markup.add((int) place.getStartingCharOffset(), (int) place.getEndingCharOffset());
    }

    /**
     * Finds a {@code ]]>} in text, which XML forbids; Woodstox misses one that spans the end of its
     * input buffer.
     */
    private Optional<XmlFault> strayCdataEnd(LocationInfo place) throws XMLStreamException {
        int start = (int) place.getStartingCharOffset();
        charactersStart = start == charactersEnd ? charactersStart : start;
        charactersEnd = (int) place.getEndingCharOffset();
        int found = text.substring(charactersStart, charactersEnd).indexOf(CDATA_END);
        return found < 0
                ? Optional.empty()
                : Optional.of(MalformedXml.strayCdataEnd(text, charactersStart + found));
    }

    private Optional<XmlFault> start(XMLStreamReader2 reader, LocationInfo place)
            throws XMLStreamException {
        int at = (int) place.getStartingCharOffset();
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        if (XINCLUDE.contains(namespace)) {
            return refused(
                    "The file includes other files by XInclude; such files are not read.",
                    at,
                    "Put the included text into the file itself.");
        }
        if (open.size() == MAX_DEPTH) {
            return refused(
                    "The elements are nested more than 1,000 levels deep, which is the limit.",
                    at,
                    "Check the file: no libvirt domain is nested like this.");
        }
        elements++;
        if (elements > MAX_ELEMENTS) {
            return refused(
                    "The file has more than 1,000,000 elements, which is the limit.",
                    at,
                    "Check the file: no libvirt domain has that many.");
        }
        var element =
                new Element(
                        reader.getPrefixedName(),
                        namespace,
                        Optional.ofNullable(open.peek()),
                        attributes(reader),
                        at,
                        (int) place.getEndingCharOffset());
        root = root.or(() -> Optional.of(element));
        open.push(element);
        texts.push(new StringBuilder(0));
        return Optional.empty();
    }

    private static Attributes attributes(XMLStreamReader2 reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Attributes.NONE;
        }
        var names = new String[count];
        var values = new String[count];
        for (int i = 0; i < count; i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            names[i] = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
            values[i] = reader.getAttributeValue(i);
        }
        return new Attributes(List.of(names), List.of(values));
    }

    private Optional<XmlFault> refused(String what, int offset, String fix) {
        return Optional.of(new XmlFault(what, TextPosition.of(text, offset), fix, true));
    }
}
