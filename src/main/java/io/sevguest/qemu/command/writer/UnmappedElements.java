package io.sevguest.qemu.command.writer;

import io.sevguest.domain.xml.Element;
import io.sevguest.qemu.command.draft.CommandDraft;
import io.sevguest.qemu.command.draft.XmlPlace;
import java.util.List;

/** Reports everything in the document that no part of the command has handled. */
final class UnmappedElements {
    private final CommandDraft draft;

    UnmappedElements(CommandDraft draft) {
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
            draft.omit(XmlPlace.of(element, attribute), OmissionReasons.of(element, attribute));
        }
        for (Element child : element.children()) {
            walk(child);
        }
    }
}
