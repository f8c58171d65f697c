package io.sevguest.domain;

import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.Markup;
import io.sevguest.domain.xml.Splice;
import io.sevguest.domain.xml.Whitespace;
import java.util.ArrayList;
import java.util.List;

/**
 * Reindents a document in one edit: only white space between elements, comments and instructions
 * changes, and only where there is no text next to it.
 */
public final class XmlFormat {
    private final String text;
    private final Markup markup;
    private final XmlWriter writing;
    private final List<Splice> splices = new ArrayList<>();

    private XmlFormat(DomainXml domain) {
        this.text = domain.text();
        this.markup = domain.markup();
        this.writing = XmlWriter.like(domain);
    }

    /** Puts each element on a line of its own; blank lines are reduced to one. */
    public static DomainXml format(DomainXml domain) {
        var format = new XmlFormat(domain);
        format.inside(domain.root(), 1);
        return format.splices.isEmpty() ? domain : domain.spliced(format.splices);
    }

    private void inside(Element element, int depth) {
        boolean preserved = element.attribute("xml:space").equals("preserve");
        if (element.isLeaf() || !element.text().isEmpty() || preserved) {
            return;
        }
        int at = element.startTagEnd();
        for (Element child : element.children()) {
            gap(at, child.start(), depth, depth);
            inside(child, depth + 1);
            at = child.end();
        }
        gap(at, element.endTagStart(), depth, depth - 1);
    }

    /**
     * Formats the gap between two elements; comments and instructions in it get lines of their own.
     */
    private void gap(int from, int to, int depth, int depthAfter) {
        int at = from;
        while (true) {
            int blanksEnd = Math.min(Whitespace.endAfter(text, at), to);
            if (blanksEnd == to) {
                blanks(at, to, depthAfter);
                return;
            }
            int end = markup.endAt(blanksEnd);
            if (end < 0 || text.startsWith("<![CDATA[", blanksEnd)) {
                return;
            }
            if (!followsOnItsLine(at, blanksEnd)) {
                blanks(at, blanksEnd, depth);
            }
            at = end;
        }
    }

    /** Returns whether a comment follows a tag on the same line, and so is about that tag. */
    private boolean followsOnItsLine(int from, int to) {
        String blanks = text.substring(from, to);
        return text.startsWith("<!--", to) && !blanks.contains("\n") && !blanks.contains("\r");
    }

    private void blanks(int from, int to, int depth) {
        String now = text.substring(from, to);
        long lines = now.chars().filter(c -> c == '\n').count();
        String wanted = writing.lineEnd().repeat(lines > 1 ? 2 : 1) + writing.unit().repeat(depth);
        if (!now.equals(wanted)) {
            splices.add(new Splice(from, to, wanted));
        }
    }
}
