package io.sevguest.domain;

import io.sevguest.domain.xml.Element;
import io.sevguest.domain.xml.Markup;
import io.sevguest.domain.xml.Splice;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that an edit changed nothing outside of its splices: every other element, comment,
 * instruction and CDATA section of the text before is in the index of the text after, moved by the
 * number of characters that the splices before it added.
 */
final class EditProof {
    private final List<Splice> splices;

    /** The number of characters that each splice and those before it add to the text. */
    private final int[] growth;

    private EditProof(List<Splice> splices) {
        this.splices = splices;
        growth = new int[splices.size() + 1];
        for (int i = 0; i < splices.size(); i++) {
            Splice splice = splices.get(i);
            growth[i + 1] =
                    growth[i] + splice.inserted().length() - (splice.end() - splice.start());
        }
    }

    /**
     * Compares two documents.
     *
     * @param splices the splices that turned the first into the second, in the order of the text
     * @throws IllegalStateException if anything else differs, which is a bug in this program
     */
    static void check(DomainXml before, DomainXml after, List<Splice> splices) {
        var proof = new EditProof(splices);
        proof.elements(before.root(), after.root());
        proof.markup(before.markup(), after.markup());
    }

    private void elements(Element rootBefore, Element rootAfter) {
        List<Element> before = outside(flat(rootBefore), false);
        List<Element> after = outside(flat(rootAfter), true);
        if (before.size() != after.size()) {
            throw fault("the number of elements");
        }
        for (int i = 0; i < before.size(); i++) {
            if (!isSame(before.get(i), after.get(i))) {
                throw fault(before.get(i).path());
            }
        }
    }

    private static List<Element> flat(Element root) {
        List<Element> all = new ArrayList<>();
        add(root, all);
        return all;
    }

    private static void add(Element element, List<Element> all) {
        all.add(element);
        for (Element child : element.children()) {
            add(child, all);
        }
    }

    private List<Element> outside(List<Element> elements, boolean isAfter) {
        return elements.stream().filter(it -> !isReplaced(it.start(), isAfter)).toList();
    }

    private boolean isSame(Element before, Element after) {
        boolean tagStays = !touches(before.start(), before.startTagEnd());
        boolean contentStays = !touches(before.startTagEnd() - 1, before.endTagStart() + 1);
        return after.start() == moved(before.start())
                && after.end() == movedEnd(before.end())
                && (!tagStays
                        || (before.name().equals(after.name())
                                && before.namespace().equals(after.namespace())
                                && before.attributes().equals(after.attributes())))
                && (!contentStays || before.rawText().equals(after.rawText()));
    }

    private void markup(Markup before, Markup after) {
        int other = 0;
        for (int i = 0; i < before.count(); i++) {
            if (isReplaced(before.start(i), false)) {
                continue;
            }
            other = nextOutside(after, other);
            if (other == after.count()
                    || after.start(other) != moved(before.start(i))
                    || after.end(other) != movedEnd(before.end(i))) {
                throw fault("the comment or section at offset " + before.start(i));
            }
            other++;
        }
        if (nextOutside(after, other) != after.count()) {
            throw fault("the number of comments and sections");
        }
    }

    private int nextOutside(Markup after, int from) {
        int index = from;
        while (index < after.count() && isReplaced(after.start(index), true)) {
            index++;
        }
        return index;
    }

    /**
     * Returns whether an offset is among the removed characters or, in the text after the edit,
     * among the inserted ones.
     */
    private boolean isReplaced(int offset, boolean isAfter) {
        int low = 0;
        int high = splices.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle, isAfter) <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // The last splice that begins here may be empty.
        for (int i = low - 1; i >= 0 && start(i, isAfter) <= offset; i--) {
            if (offset < end(i, isAfter)) {
                return true;
            }
            if (start(i, isAfter) < offset) {
                return false;
            }
        }
        return false;
    }

    private int start(int index, boolean isAfter) {
        return splices.get(index).start() + (isAfter ? growth[index] : 0);
    }

    private int end(int index, boolean isAfter) {
        return isAfter
                ? start(index, true) + splices.get(index).inserted().length()
                : splices.get(index).end();
    }

    /**
     * Returns whether a splice changes something between two offsets, except for insertions at
     * these two.
     */
    private boolean touches(int from, int to) {
        int index = countEnded(from + 1);
        return index < splices.size() && splices.get(index).start() < to;
    }

    /** Returns the offset after the edit of the text at an offset before it. */
    private int moved(int offset) {
        return offset + growth[countEnded(offset + 1)];
    }

    /**
     * Returns the end offset after the edit of a text that ended at an offset before it; insertions
     * at that offset come after it.
     */
    private int movedEnd(int offset) {
        int low = 0;
        int high = splices.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (splices.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset + growth[low];
    }

    /** Returns the number of splices that end before an offset. */
    private int countEnded(int offset) {
        int low = 0;
        int high = splices.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (splices.get(middle).end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static IllegalStateException fault(String what) {
        return new IllegalStateException("An edit changed more than it was about: " + what);
    }
}
