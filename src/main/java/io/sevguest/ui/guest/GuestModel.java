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

/** The guest that a window edits, and its file. Used on the event thread. */
public final class GuestModel {
    /** A listener that is called after each change: an edit, undo, redo, save, or another guest. */
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

    /** Opens another guest in place of this one, with no steps to undo. */
    public void open(DomainText text, Optional<GuestFile> from) {
        document = documentOf(text);
        file = from;
        tell();
    }

    /**
     * Opens another guest with unsaved text.
     *
     * @param base the text of the file, to which undo goes back
     * @param from the file that it was read from before it was edited
     */
    public void openUnsaved(DomainText base, DomainText text, Optional<GuestFile> from) {
        document = documentOf(base);
        file = from;
        document.edit("recovered", before -> text);
        if (!document.isDirty()) {
            tell(); // an equal text is not an edit, but it belongs to another guest
        }
    }

    /**
     * Opens another guest with unsaved text and without any other known state, so with no step to
     * undo.
     *
     * @param from the file that it was read from, which no longer exists
     */
    public void openUnsaved(DomainText text, Optional<GuestFile> from) {
        document =
                watched(
                        new Document<>(
                                text, DomainText.ofText("", text.encoding()), DomainText.DIFFER));
        file = from;
        tell();
    }

    /** Returns the scope of work for the open guest: it is over once another one is opened. */
    public Scope scope() {
        Document<DomainText> opened = document;
        return () -> document != opened;
    }

    /** Returns the current text, well-formed or not. */
    public DomainText text() {
        return document.value();
    }

    /** Returns the text that was last opened or saved. */
    public DomainText saved() {
        return document.saved();
    }

    /** Returns the domain; empty while the text is malformed and the forms are disabled. */
    public Optional<DomainXml> domain() {
        return text() instanceof DomainXml domain ? Optional.of(domain) : Optional.empty();
    }

    /**
     * Returns the last well-formed domain; an empty one if this guest was never well-formed since
     * it was opened.
     */
    public DomainXml lastWhole() {
        return domain().orElse(lastWhole);
    }

    /**
     * Returns the file that the guest was read from or last written to; empty if there is none yet.
     */
    public Optional<GuestFile> file() {
        return file;
    }

    /** Returns the path of that file. */
    public Optional<Path> path() {
        return file.map(GuestFile::path);
    }

    public boolean isDirty() {
        return document.isDirty();
    }

    /**
     * Edits the domain; while the text is malformed, nothing happens.
     *
     * @param label id of the field or action that edits; the same label continues the open step
     */
    public void edit(String label, UnaryOperator<DomainXml> change) {
        if (text() instanceof DomainXml domain) {
            document.edit(label, before -> change.apply(domain));
        }
    }

    /**
     * Edits the domain in its state before the open step of this label; see {@link
     * Document#editAnew}. While the text is malformed, nothing happens.
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

    /** Records that a text was written to a file. */
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
