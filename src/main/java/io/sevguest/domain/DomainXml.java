package io.sevguest.domain;

import io.sevguest.bytes.Bytes;
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

    private DomainXml(String text, XmlEncoding encoding, Element root) {
        this.text = text;
        this.encoding = encoding;
        this.root = root;
    }

    /** A well-formed text as a domain, or as broken where it is none. */
    static DomainText ofTree(String text, XmlEncoding encoding, Element root) {
        Optional<XmlFault> fault = DomainShape.fault(text, root);
        return fault.isPresent()
                ? new BrokenXml(text, encoding, fault.get())
                : new DomainXml(text, encoding, root);
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

    /** The {@code <domain>} element. */
    public Element root() {
        return root;
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

    /** Removes the text at a path, and the element too where it has no attributes. */
    public DomainXml withoutTextAt(String path) {
        Optional<Element> found = at(path);
        if (found.isEmpty() || found.get().attributes().isEmpty()) {
            return found.map(this::without).orElse(this);
        }
        return found.get().rawText().isEmpty() ? this : spliced(edits().clearText(found.get()));
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
    DomainXml withExactTextAt(String path, String value) {
        Optional<Element> found = at(path);
        if (value.isEmpty()) {
            return found.map(this::without).orElse(this);
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
        if (found.isPresent()) {
            return withAttribute(found.get(), attribute, value);
        }
        return value.isEmpty()
                ? this
                : withNew(path, NewElement.of(ElementPath.last(path)).attribute(attribute, value));
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
    DomainXml spliced(List<Splice> splices) {
        DomainText edited = DomainText.ofText(Splice.applyAll(splices, text), encoding);
        if (edited instanceof DomainXml domain) {
            return domain;
        }
        throw new IllegalStateException(((BrokenXml) edited).fault().toString());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof DomainXml that
                        && text.equals(that.text)
                        && encoding.equals(that.encoding);
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
