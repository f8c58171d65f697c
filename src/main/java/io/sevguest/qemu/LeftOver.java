package io.sevguest.qemu;

import io.sevguest.domain.Element;
import java.util.List;

/** Tells of everything in the document that no part of the command has dealt with. */
final class LeftOver {
    private final CommandDraft draft;

    LeftOver(CommandDraft draft) {
        this.draft = draft;
    }

    void write() {
        walk(draft.domain().root());
    }

    private void walk(Element element) {
        if (!draft.coverage().isRead(element)) {
            draft.omit(element, OmissionReasons.of(element, ""));
            return;
        }
        List<String> unread = draft.coverage().unreadAttributes(element);
        for (String attribute : unread) {
            draft.omit(Place.of(element, attribute), OmissionReasons.of(element, attribute));
        }
        for (Element child : element.children()) {
            walk(child);
        }
    }
}
