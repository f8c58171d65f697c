package io.sevguest.ui.guest;

import io.sevguest.document.Document;
import io.sevguest.domain.DomainText;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.xml.XmlEncoding;
import io.sevguest.ui.task.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The guest that a window edits, and where it is kept. Used on the event thread. */
public final class GuestModel {
    /** Told after each change: an edit, undo, redo, save, or another guest. */
    public interface Listener {
        void changed();
    }

    private static final DomainXml NOTHING =
            (DomainXml) DomainText.ofText("<domain/>", XmlEncoding.UTF_8);

    private final List<Listener> listeners = new ArrayList<>();
    private Document<DomainText> document;
    private Optional<GuestFile> file;
    private DomainXml lastWhole = NOTHING;

    public GuestModel(DomainText text) {
        document = documentOf(text);
        file = Optional.empty();
    }

    /** Takes another guest in place of this one, with no steps to undo. */
    public void open(DomainText text, Optional<GuestFile> from) {
        document = documentOf(text);
        file = from;
        tell();
    }

    /**
     * Takes another guest whose text is in no file.
     *
     * @param base what stands in the file, and what undo goes back to
     * @param from the file that it was read from before it was edited
     */
    public void openUnsaved(DomainText base, DomainText text, Optional<GuestFile> from) {
        document = documentOf(base);
        file = from;
        document.edit("recovered", before -> text);
        if (!document.isDirty()) {
            tell(); // an equal text is no edit, but the guest is another one
        }
    }

    /**
     * Takes another guest whose text is in no file, and of which no other state is known: unsaved,
     * with no step to undo.
     *
     * @param from the file that it was read from, where that is gone
     */
    public void openUnsaved(DomainText text, Optional<GuestFile> from) {
        document =
                watched(
                        new Document<>(
                                text, DomainText.ofText("", text.encoding()), DomainText.DIFFER));
        file = from;
        tell();
    }

    /**
     * Returns the scope of work for the guest that is open now: over once another one is opened.
     */
    public Scope scope() {
        Document<DomainText> opened = document;
        return () -> document != opened;
    }

    /** The text as it is now, whole or broken. */
    public DomainText text() {
        return document.value();
    }

    /** The text as it was opened or saved last. */
    public DomainText saved() {
        return document.saved();
    }

    /** The domain; empty while the text is not one and the forms wait. */
    public Optional<DomainXml> domain() {
        return text() instanceof DomainXml domain ? Optional.of(domain) : Optional.empty();
    }

    /**
     * The domain as it was whole last; one with nothing in it where this guest was never whole
     * since it was opened.
     */
    public DomainXml lastWhole() {
        return domain().orElse(lastWhole);
    }

    /** The file it was read from or written to last; empty for a guest that has none yet. */
    public Optional<GuestFile> file() {
        return file;
    }

    /** The path of that file. */
    public Optional<Path> path() {
        return file.map(GuestFile::path);
    }

    public boolean isDirty() {
        return document.isDirty();
    }

    /**
     * Edits the domain; while the text is broken nothing happens.
     *
     * @param label id of the field or action that edits; the same label continues the open step
     */
    public void edit(String label, UnaryOperator<DomainXml> change) {
        if (text() instanceof DomainXml domain) {
            document.edit(label, before -> change.apply(domain));
        }
    }

    /**
     * Edits the domain as it was before the open step of this label; see {@link Document#editAnew}.
     * While the text is broken nothing happens.
     */
    public void editAnew(String label, UnaryOperator<DomainXml> change) {
        if (text() instanceof DomainXml) {
            document.editAnew(
                    label,
                    start -> start instanceof DomainXml domain ? change.apply(domain) : start);
        }
    }

    /** Replaces the whole text, as the XML editor does. */
    public void editText(String label, DomainText text) {
        document.edit(label, before -> text);
    }

    /** Ends the open step, as leaving a field does. */
    public void endStep() {
        document.endStep();
    }

    public Optional<String> undoLabel() {
        return document.undoLabel();
    }

    public Optional<String> redoLabel() {
        return document.redoLabel();
    }

    public void undo() {
        document.undo();
    }

    public void redo() {
        document.redo();
    }

    /** Remembers a text as what stands in a file now. */
    public void markSaved(DomainText written, GuestFile where) {
        file = Optional.of(where);
        document.markSaved(written);
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    private Document<DomainText> documentOf(DomainText text) {
        return watched(new Document<>(text, DomainText.DIFFER));
    }

    private Document<DomainText> watched(Document<DomainText> opened) {
        lastWhole = NOTHING;
        opened.addListener(change -> tell());
        return opened;
    }

    private void tell() {
        domain().ifPresent(now -> lastWhole = now);
        List.copyOf(listeners).forEach(Listener::changed);
    }
}
