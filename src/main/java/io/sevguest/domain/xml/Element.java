package io.sevguest.domain.xml;

import io.sevguest.bytes.XmlSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of a document's index: its decoded name, attributes and text, and its character
 * offsets. Complete and immutable once the document is read.
 */
public final class Element {
    private final String name;
    private final String namespace;
    private final Optional<Element> parent;
    private final Attributes attributes;
    private final int start;
    private final int startTagEnd;
    private List<Element> children = List.of();
    private String text = "";
    private int endTagStart;

    /** The position among siblings of the same name, from 1; 0 if there are no others. */
    private int position;

    private int end;

    public Element(
            String name,
            String namespace,
            Optional<Element> parent,
            Attributes attributes,
            int start,
            int startTagEnd) {
        this.name = name;
        this.namespace = namespace;
        this.parent = parent;
        this.attributes = attributes;
        this.start = start;
        this.startTagEnd = startTagEnd;
        parent.ifPresent(holder -> holder.add(this));
    }

    private void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    /** Completes the element at its end tag; an empty-element tag has no end tag of its own. */
    public void close(String ownText, int endTagStartsAt, int endsAt) {
        text = children.isEmpty() || !XmlSpace.isBlank(ownText) ? ownText : "";
        endTagStart = Math.max(endTagStartsAt, startTagEnd);
        end = Math.max(endsAt, startTagEnd);
        children = List.copyOf(children);
        numberChildren();
    }

    /** Gives each child its position among those of its name, so that paths need no search. */
    private void numberChildren() {
        if (children.size() < 2) {
            return;
        }
        Map<String, Element> last = new HashMap<>();
        for (Element child : children) {
            Element before = last.put(child.name, child);
            if (before != null) {
                before.position = Math.max(before.position, 1);
                child.position = before.position + 1;
            }
        }
    }

    /** Returns the name as written, with its prefix. */
    public String name() {
        return name;
    }

    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Returns the namespace, empty for libvirt's own elements. */
    public String namespace() {
        return namespace;
    }

    public Optional<Element> parent() {
        return parent;
    }

    /** Returns the decoded values by name as written, in the order of the text. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Returns the decoded value, empty if the attribute is absent. */
    public String attribute(String attribute) {
        return attributes.value(attribute);
    }

    public boolean hasAttribute(String attribute) {
        return attributes.position(attribute) >= 0;
    }

    /**
     * Returns the position of an attribute among the others, from 0 in the order of the text; -1 if
     * absent.
     */
    public int attributePosition(String attribute) {
        return attributes.position(attribute);
    }

    /** Returns the decoded text of this element alone, without white space around it. */
    public String text() {
        return XmlSpace.strip(text);
    }

    /** Returns the decoded text, with its white space if the element has no children. */
    public String rawText() {
        return isLeaf() ? text : text();
    }

    public List<Element> children() {
        return children;
    }

    /** Returns whether the element has no child elements. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /**
     * Returns whether a path with this name selects the element. An element without a prefix in
     * another namespace is not libvirt's, and libvirt ignores it.
     */
    private boolean isNamed(String wanted) {
        return name.equals(wanted) && (namespace.isEmpty() || name.indexOf(':') >= 0);
    }

    public List<Element> children(String childName) {
        return children.stream().filter(child -> child.isNamed(childName)).toList();
    }

    public Optional<Element> child(String childName) {
        // By index, to avoid an iterator for each of millions of lookups in short lists.
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            if (child.isNamed(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the first element at a path of names below this one, such as {@code os/loader}, in
     * any of several parents, as in libvirt's XPath; for an empty path, the element itself.
     */
    public Optional<Element> at(String path) {
        return at(ElementPath.steps(path), 0);
    }

    private Optional<Element> at(List<String> steps, int index) {
        if (index == steps.size()) {
            return Optional.of(this);
        }
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            if (child.isNamed(steps.get(index))) {
                Optional<Element> found = child.at(steps, index + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns all elements at a path of names below this one, in any of several parents. */
    public Stream<Element> every(String path) {
        Stream<Element> found = Stream.of(this);
        for (String step : ElementPath.steps(path)) {
            found = found.flatMap(element -> element.children(step).stream());
        }
        return found;
    }

    /**
     * Returns the XPath of this element; it has positions only for names that occur several times
     * among siblings.
     */
    public String path() {
        if (parent.isEmpty()) {
            return "/" + name;
        }
        String step = position == 0 ? name : name + "[" + position + "]";
        return parent.get().path() + "/" + step;
    }

    /** Returns the offset of the {@code <} of the start tag. */
    public int start() {
        return start;
    }

    /** Returns the offset after the {@code >} of the start tag. */
    public int startTagEnd() {
        return startTagEnd;
    }

    /** Returns the offset of the end tag; {@link #startTagEnd} for an empty-element tag. */
    public int endTagStart() {
        return endTagStart;
    }

    /** Returns the offset after the whole element. */
    public int end() {
        return end;
    }

    /** Returns whether the element is written as one tag, {@code <name/>}. */
    public boolean isEmptyTag() {
        return end == startTagEnd;
    }

    @Override
    public String toString() {
        return path();
    }
}
