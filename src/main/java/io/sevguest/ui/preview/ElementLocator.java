package io.sevguest.ui.preview;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.Element;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.qemu.command.Origin;
import java.util.List;
import java.util.Optional;

/** Finds elements of a document by offset, and by the form field that edits them. */
final class ElementLocator {
    private ElementLocator() {}

    /**
     * Returns the innermost element at an offset of the document's text, or the root if there is
     * none.
     */
    static Element of(DomainXml domain, int offset) {
        Element found = domain.root();
        Optional<Element> inner = childAt(found, offset);
        while (inner.isPresent()) {
            found = inner.get();
            inner = childAt(found, offset);
        }
        return found;
    }

    private static Optional<Element> childAt(Element parent, int offset) {
        return parent.children().stream()
                .filter(child -> child.start() <= offset && offset < child.end())
                .findFirst();
    }

    /**
     * Returns the elements that a field edits and that occur in the command, in the order of the
     * command.
     */
    static List<Element> ofField(LaunchPlan plan, String field) {
        return plan.command().arguments().stream()
                .flatMap(argument -> argument.origins().stream())
                .filter(origin -> origin.fieldId().equals(field))
                .map(Origin::element)
                .distinct()
                .toList();
    }
}
