package io.sevguest.domain;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.ChildOrder;
import io.sevguest.domain.xml.DomainShape;
import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.ElementPath;
import io.sevguest.domain.xml.LineIndex;
import io.sevguest.domain.xml.Markup;
import io.sevguest.domain.xml.NewElement;
import io.sevguest.domain.xml.Splice;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.domain.xml.XmlFault;
import io.sevguest.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * A libvirt domain as its text, with an index of its elements. Immutable: an edit changes only the
 * affected part of the text and returns a new document.
 */
public final class DomainXml implements DomainText {
    private final String text;
    private final XmlEncoding encoding;
    private final Element root;
    private final Markup markup;

    /** The line index, created when the first line is requested: most documents have no finding. */
    private volatile LineIndex lines;

    /** True if this program wrote a part of the text, which other parsers may read differently. */
    private final boolean isEdited;

    private DomainXml(String text, XmlEncoding encoding, XmlIndex.Outcome.Tree tree) {
        this.text = text;
        this.encoding = encoding;
        this.root = tree.root();
        this.markup = tree.markup();
        isEdited = false;
    }

    /** Creates a document of which this program wrote a part. */
    private DomainXml(DomainXml edited) {
        text = edited.text;
        encoding = edited.encoding;
        root = edited.root;
        markup = edited.markup;
        isEdited = true;
    }

    /** Returns a well-formed text as a domain, or as broken text if it is not a domain. */
    static DomainText ofTree(String text, XmlEncoding encoding, XmlIndex.Outcome.Tree tree) {
        Optional<XmlFault> fault = DomainShape.fault(text, tree.root());
        return fault.isPresent()
                ? new BrokenXml(text, encoding, fault.get())
                : new DomainXml(text, encoding, tree);
    }

    /**
     * Reads a file that must be a domain.
     *
     * @param source the file's name, for messages
     * @throws ProblemException if it is not a domain, with line, column and fix
     */
    public static DomainXml parse(String source, Bytes data) throws ProblemException {
        DomainText read = DomainText.read(source, data);
        if (read instanceof DomainXml domain) {
            return domain;
        }
        throw new ProblemException(((BrokenXml) read).fault().in(source));
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public XmlEncoding encoding() {
        return encoding;
    }

    /**
     * Returns the bytes of the file, after a second parser has checked the parts that this program
     * wrote.
     *
     * @throws ProblemException if that parser reads something else, or if a character can be
     *     neither encoded nor written as a character reference
     */
    @Override
    public Bytes toBytes() throws ProblemException {
        check();
        return DomainText.super.toBytes();
    }

    /**
     * Checks the parts that this program wrote with a second parser.
     *
     * @throws ProblemException if that parser reads something else
     */
    public void check() throws ProblemException {
        if (isEdited) {
            ReferenceParser.check(this);
        }
    }

    /** Returns the line on which an element begins, from 1. */
    public int line(Element element) {
        LineIndex known = lines;
        if (known == null) {
            known = LineIndex.of(text);
            lines = known;
        }
        return known.line(element.start());
    }

    /** Returns the {@code <domain>} element. */
    public Element root() {
        return root;
    }

    /** Returns the comments, processing instructions and CDATA sections with their offsets. */
    public Markup markup() {
        return markup;
    }

    /** Returns the first element at a path below {@code <domain>}, such as {@code os/loader}. */
    public Optional<Element> at(String path) {
        return root.at(path);
    }

    /** Returns all elements with the last name of the path below its first parent. */
    public List<Element> all(String path) {
        return root.at(ElementPath.parent(path))
                .map(parent -> parent.children(ElementPath.last(path)))
                .orElse(List.of());
    }

    /** Returns the decoded text at a path, empty if there is no such element. */
    public String textAt(String path) {
        return at(path).map(Element::text).orElse("");
    }

    /** Returns the decoded text at a path, white space included. */
    String rawTextAt(String path) {
        return at(path).map(Element::rawText).orElse("");
    }

    /** Returns the decoded attribute at a path, empty if there is none. */
    public String attributeAt(String path, String attribute) {
        return at(path).map(element -> element.attribute(attribute)).orElse("");
    }

    /**
     * Sets the text at a path and creates elements as needed. An empty text removes the element. A
     * text that differs from the current one only in surrounding white space changes nothing.
     */
    public DomainXml withTextAt(String path, String value) {
        return textAt(path).equals(value) && !value.isEmpty() ? this : withExactTextAt(path, value);
    }

    /** Removes the text of each element at a path, and elements that then have no attributes. */
    public DomainXml withoutTextAt(String path) {
        List<Element> all = root.every(path).toList();
        if (all.size() == 1 && all.get(0).attributes().isEmpty()) {
            return without(all.get(0));
        }
        ElementEdits edits = edits();
        return spliced(
                all.stream()
                        .filter(it -> it.attributes().isEmpty() || !it.rawText().isEmpty())
                        .map(
                                it ->
                                        it.attributes().isEmpty()
                                                ? edits.removeAlone(it)
                                                : edits.clearText(it))
                        .toList());
    }

    /** Adds an element to those at a path; a missing parent is created. */
    public DomainXml withAdded(String parentPath, NewElement child) {
        Optional<Element> parent = at(parentPath);
        return parent.isPresent()
                ? withChild(parent.get(), child)
                : withNew(parentPath, NewElement.of(ElementPath.last(parentPath)).child(child));
    }

    /** Creates an empty element at a path, and its parents, unless it exists. */
    public DomainXml withElementAt(String path) {
        return at(path).isPresent() ? this : withNew(path, NewElement.of(ElementPath.last(path)));
    }

    /** Sets the text at a path including its white space; an empty text removes the element. */
    public DomainXml withExactTextAt(String path, String value) {
        Optional<Element> found = at(path);
        if (value.isEmpty()) {
            return withoutAll(path);
        }
        if (found.isEmpty()) {
            return withNew(path, NewElement.of(ElementPath.last(path), value));
        }
        return found.get().rawText().equals(value)
                ? this
                : spliced(edits().setText(found.get(), value));
    }

    /**
     * Sets an attribute at a path, and creates elements as needed; an empty value removes the
     * attribute.
     */
    public DomainXml withAttributeAt(String path, String attribute, String value) {
        Optional<Element> found = at(path);
        if (value.isEmpty()) {
            return withoutAttributeAt(path, attribute);
        }
        return found.isPresent()
                ? withAttribute(found.get(), attribute, value)
                : withNew(path, NewElement.of(ElementPath.last(path)).attribute(attribute, value));
    }

    /** Removes an attribute from all elements at a path. */
    private DomainXml withoutAttributeAt(String path, String attribute) {
        List<Element> having =
                root.every(path).filter(element -> element.hasAttribute(attribute)).toList();
        if (having.size() == 1) {
            return withAttribute(having.get(0), attribute, "");
        }
        ElementEdits edits = edits();
        return spliced(having.stream().map(it -> edits.removeAttribute(it, attribute)).toList());
    }

    /**
     * Removes all elements at a path; if there was only one, also parents that are empty without
     * it.
     */
    public DomainXml withoutAll(String path) {
        List<Element> all = root.every(path).toList();
        return all.size() == 1
                ? without(all.get(0))
                : spliced(all.stream().map(edits()::removeAlone).toList());
    }

    /**
     * Sets an attribute of an element of this document; an empty value removes it, and also the
     * element if nothing else is left of it.
     */
    public DomainXml withAttribute(Element element, String attribute, String value) {
        if (!value.isEmpty()) {
            return element.hasAttribute(attribute) && element.attribute(attribute).equals(value)
                    ? this
                    : spliced(edits().setAttribute(element, attribute, value));
        }
        if (!element.hasAttribute(attribute)) {
            return this;
        }
        boolean wasAll =
                element.attributes().size() == 1
                        && element.isEmptyTag()
                        && element.parent().isPresent();
        return wasAll ? without(element) : spliced(edits().removeAttribute(element, attribute));
    }

    /**
     * Adds an element after the last child of its parent, or at the position where libvirt writes
     * it.
     */
    public DomainXml withChild(Element parent, NewElement child) {
        return spliced(edits().insert(parent, ChildOrder.predecessor(parent, child.name()), child));
    }

    /** Removes an element of this document, and parents that are empty without it. */
    public DomainXml without(Element element) {
        ElementEdits edits = edits();
        Element outermost = element;
        while (outermost.parent().isPresent()
                && outermost.parent().get().parent().isPresent()
                && edits.holdsOnly(outermost.parent().get(), outermost)) {
            outermost = outermost.parent().get();
        }
        return spliced(edits.remove(outermost));
    }

    private DomainXml withNew(String path, NewElement element) {
        return withAdded(ElementPath.parent(path), element);
    }

    private ElementEdits edits() {
        return new ElementEdits(this);
    }

    private DomainXml spliced(Splice splice) {
        return spliced(List.of(splice));
    }

    /**
     * Returns this document with splices, which are given in the order of its text. The result of
     * the splices of this package is always a domain.
     */
    public DomainXml spliced(List<Splice> splices) {
        if (splices.isEmpty()) {
            return this;
        }
        DomainText edited = DomainText.ofText(Splice.applyAll(splices, text), encoding);
        if (edited instanceof DomainXml domain) {
            EditProof.check(this, domain, splices);
            return new DomainXml(domain);
        }
        throw new IllegalStateException(((BrokenXml) edited).fault().toString());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof DomainXml that
                        && text.equals(that.text)
                        && encoding.equals(that.encoding));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "domain, " + text.length() + " characters";
    }
}
