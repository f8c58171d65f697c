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
 * A libvirt domain as its text, with an index of its elements. Immutable: an edit splices the text
 * only where it is about something, and gives a new document.
 */
public final class DomainXml implements DomainText {
    private final String text;
    private final XmlEncoding encoding;
    private final Element root;
    private final Markup markup;

    /** Made when the first line is asked for: most documents have no finding. */
    private volatile LineIndex lines;

    /** True if this program wrote a part of the text, which others may read differently. */
    private final boolean isEdited;

    private DomainXml(String text, XmlEncoding encoding, XmlIndex.Outcome.Tree tree) {
        this.text = text;
        this.encoding = encoding;
        this.root = tree.root();
        this.markup = tree.markup();
        isEdited = false;
    }

    /** A document of which this program wrote a part. */
    private DomainXml(DomainXml edited) {
        text = edited.text;
        encoding = edited.encoding;
        root = edited.root;
        markup = edited.markup;
        isEdited = true;
    }

    /** A well-formed text as a domain, or as broken where it is none. */
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
     * @throws ProblemException if it is no domain, with line, column and what to do
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
     * The bytes of the file, once a second parser has read what this program wrote of it.
     *
     * @throws ProblemException if that parser reads something else, or if a character can neither
     *     stand in the encoding nor be a reference
     */
    @Override
    public Bytes toBytes() throws ProblemException {
        check();
        return DomainText.super.toBytes();
    }

    /**
     * Lets a second parser read what this program wrote, and compares.
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

    /** The {@code <domain>} element. */
    public Element root() {
        return root;
    }

    /** Returns where comments, instructions and CDATA sections stand. */
    public Markup markup() {
        return markup;
    }

    /** The first element at a path below {@code <domain>}, such as {@code os/loader}. */
    public Optional<Element> at(String path) {
        return root.at(path);
    }

    /** All elements of the path's last name below the first parent of the path. */
    public List<Element> all(String path) {
        return root.at(ElementPath.parent(path))
                .map(parent -> parent.children(ElementPath.last(path)))
                .orElse(List.of());
    }

    /** The decoded text at a path, empty where there is no such element. */
    public String textAt(String path) {
        return at(path).map(Element::text).orElse("");
    }

    /** The decoded text at a path, white space included. */
    String rawTextAt(String path) {
        return at(path).map(Element::rawText).orElse("");
    }

    /** The decoded attribute at a path, empty where there is none. */
    public String attributeAt(String path, String attribute) {
        return at(path).map(element -> element.attribute(attribute)).orElse("");
    }

    /**
     * Sets the text at a path, making elements as needed; an empty one removes the element, and one
     * that differs from the present only in white space around it leaves the text alone.
     */
    public DomainXml withTextAt(String path, String value) {
        return textAt(path).equals(value) && !value.isEmpty() ? this : withExactTextAt(path, value);
    }

    /** Removes the text of each element at a path, and the element too without attributes. */
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

    /** Adds an element to those at a path, which is made where it does not exist. */
    public DomainXml withAdded(String parentPath, NewElement child) {
        Optional<Element> parent = at(parentPath);
        return parent.isPresent()
                ? withChild(parent.get(), child)
                : withNew(parentPath, NewElement.of(ElementPath.last(parentPath)).child(child));
    }

    /** Makes an empty element at a path, and those above it, where there is none. */
    public DomainXml withElementAt(String path) {
        return at(path).isPresent() ? this : withNew(path, NewElement.of(ElementPath.last(path)));
    }

    /** Sets the text at a path down to its white space; an empty one removes the element. */
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
     * Sets an attribute at a path, making elements as needed; an empty one removes the attribute.
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

    /** Removes an attribute from each element at a path: from several, where there are. */
    private DomainXml withoutAttributeAt(String path, String attribute) {
        List<Element> having =
                root.every(path).filter(element -> element.hasAttribute(attribute)).toList();
        if (having.size() == 1) {
            return withAttribute(having.get(0), attribute, "");
        }
        ElementEdits edits = edits();
        return spliced(having.stream().map(it -> edits.removeAttribute(it, attribute)).toList());
    }

    /** Removes each element at a path, and where it is one also parents that hold nothing else. */
    public DomainXml withoutAll(String path) {
        List<Element> all = root.every(path).toList();
        return all.size() == 1
                ? without(all.get(0))
                : spliced(all.stream().map(edits()::removeAlone).toList());
    }

    /**
     * Sets an attribute of an element of this document; an empty value removes it, and an element
     * so emptied.
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

    /** Adds an element at the end of its parent's, or where libvirt writes it. */
    public DomainXml withChild(Element parent, NewElement child) {
        return spliced(edits().insert(parent, ChildOrder.predecessor(parent, child.name()), child));
    }

    /** Removes an element of this document, and parents that hold nothing else. */
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
     * This document with splices in the order of its text; what the splices of this package make
     * stays a domain.
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
