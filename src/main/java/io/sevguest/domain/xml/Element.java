package io.sevguest.domain.xml;

import io.sevguest.bytes.XmlSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of a document's index: its meaning decoded, its place as character offsets into the
 * text. Complete and unchanging once the document is read.
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

    /** Among siblings of the same name, from 1; 0 where it is the only one. */
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

    /** Tells each child its position among those of its name, so that paths need no search. */
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

    /** The name as written, prefix included. */
    public String name() {
        return name;
    }

    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The namespace, empty for libvirt's own elements. */
    public String namespace() {
        return namespace;
    }

    public Optional<Element> parent() {
        return parent;
    }

    /** Decoded values by name as written, in the order of the text. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** The decoded value, empty where the attribute is absent. */
    public String attribute(String attribute) {
        return attributes.value(attribute);
    }

    public boolean hasAttribute(String attribute) {
        return attributes.position(attribute) >= 0;
    }

    /** Place of the attribute among the others, from 0 in the order of the text; -1 if absent. */
    public int attributePosition(String attribute) {
        return attributes.position(attribute);
    }

    /** The decoded text of this element alone, without white space around it. */
    public String text() {
        return XmlSpace.strip(text);
    }

    /** The decoded text, with its white space where the element has no children. */
    public String rawText() {
        return isLeaf() ? text : text();
    }

    public List<Element> children() {
        return children;
    }

    /** Returns whether no element stands in it. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /**
     * Returns whether a path with this name means the element: one without a prefix in a namespace
     * of its own is not libvirt's, which passes over it.
     */
    private boolean isNamed(String wanted) {
        return name.equals(wanted) && (namespace.isEmpty() || name.indexOf(':') >= 0);
    }

    public List<Element> children(String childName) {
        return children.stream().filter(child -> child.isNamed(childName)).toList();
    }

    public Optional<Element> child(String childName) {
        // By index: iterators of millions of looks at short lists are worth avoiding.
        for (int i = 0; i < children.size(); i++) {
            Element child = children.get(i);
            if (child.isNamed(childName)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /**
     * The first element at a path of names below this one, such as {@code os/loader}, whichever of
     * several parents holds it, as in libvirt's XPath; itself for an empty path.
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

    /** All elements at a path of names below this one, whichever of several parents holds them. */
    public Stream<Element> every(String path) {
        Stream<Element> found = Stream.of(this);
        for (String step : ElementPath.steps(path)) {
            found = found.flatMap(element -> element.children(step).stream());
        }
        return found;
    }

    /**
     * The XPath of this element: positions only where a name occurs several times among its
     * siblings.
     */
    public String path() {
        if (parent.isEmpty()) {
            return "/" + name;
        }
        String step = position == 0 ? name : name + "[" + position + "]";
        return parent.get().path() + "/" + step;
    }

    /** Offset of the {@code <} of the start tag. */
    public int start() {
        return start;
    }

    /** Offset after the {@code >} of the start tag. */
    public int startTagEnd() {
        return startTagEnd;
    }

    /** Offset of the end tag; {@link #startTagEnd} for an empty-element tag. */
    public int endTagStart() {
        return endTagStart;
    }

    /** Offset after the whole element. */
    public int end() {
        return end;
    }

    /** Returns whether it is written as one tag, {@code <name/>}. */
    public boolean isEmptyTag() {
        return end == startTagEnd;
    }

    @Override
    public String toString() {
        return path();
    }
}
