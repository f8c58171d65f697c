package io.sevguest.domain;

import io.sevguest.bytes.XmlSpace;
import io.sevguest.domain.xml.Element;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an edited document with the JDK's own parser and compares each element, attribute and text
 * with the index. This way an independent parser confirms every edit.
 */
final class ReferenceParser extends DefaultHandler {
    private static final List<String> LIMITS =
            List.of(
                    "jdk.xml.elementAttributeLimit",
                    "jdk.xml.maxXMLNameLimit",
                    "jdk.xml.totalEntitySizeLimit",
                    "jdk.xml.maxElementDepth");

    /** An element that is being read: its remaining children, and its text. */
    private record OpenElement(Element element, Iterator<Element> children, StringBuilder text) {}

    private final Deque<OpenElement> open = new ArrayDeque<>();

    private ReferenceParser(Element root) {
        open.push(new OpenElement(root, List.of(root).iterator(), new StringBuilder(0)));
    }

    /**
     * Compares a document with the result of the other parser.
     *
     * @throws ProblemException if they differ, with the element
     */
    static void check(DomainXml domain) throws ProblemException {
        try {
            parser().parse(
                            new InputSource(new StringReader(domain.text())),
                            new ReferenceParser(domain.root()));
        } catch (SAXException different) {
            throw new ProblemException(
                    new Problem(
                            "Two XML parsers read the edited document differently, so it is not"
                                    + " used: "
                                    + different.getMessage(),
                            "",
                            "Undo the last edit, or change this place in the XML by hand."),
                    different);
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        SAXParser parser = factory.newSAXParser();
        for (String limit : LIMITS) {
            parser.setProperty(limit, Integer.toString(Integer.MAX_VALUE));
        }
        return parser;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
            throws SAXException {
        OpenElement holder = open.element();
        if (!holder.children().hasNext()) {
            throw new SAXException("<" + name + "> in " + holder.element().path());
        }
        Element element = holder.children().next();
        boolean same =
                element.name().equals(name)
                        && element.namespace().equals(uri)
                        && element.attributes().size() == attributes.getLength();
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            same &= attribute.getValue().equals(attributes.getValue(attribute.getKey()));
        }
        if (!same) {
            throw new SAXException("the start tag of " + element.path());
        }
        open.push(new OpenElement(element, element.children().iterator(), new StringBuilder(0)));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.element().text().append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        OpenElement ended = open.pop();
        Element element = ended.element();
        String text = ended.text().toString();
        String read = element.isLeaf() ? text : XmlSpace.strip(text);
        if (ended.children().hasNext() || !read.equals(element.rawText())) {
            throw new SAXException("the content of " + element.path());
        }
    }
}
