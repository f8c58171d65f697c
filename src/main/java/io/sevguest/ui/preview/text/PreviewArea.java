package io.sevguest.ui.preview.text;

import io.sevguest.ui.text.TextChange;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import javax.swing.event.UndoableEditEvent;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rtextarea.RUndoManager;

/**
 * A monospaced text that is updated by replacing only the differing part, so that caret, selection,
 * folds and scroll position are kept. It has no undo of its own; the document has.
 */
public final class PreviewArea extends RSyntaxTextArea {
    private static final List<String> KEYS_OF_THE_WINDOW =
            List.of(
                    "control Z",
                    "control Y",
                    "control shift Z",
                    "control F",
                    "control G",
                    "control PAGE_DOWN",
                    "control PAGE_UP");

    private final transient UserEdits edits = new UserEdits();
    private final transient List<Object> marks = new ArrayList<>();
    private transient List<Mark> marked = List.of();
    private transient Function<MouseEvent, Optional<String>> tips = event -> Optional.empty();

    /** A line with a background color; lines count from 0. */
    public record Mark(int line, Color color) {}

    public PreviewArea(String name, String accessibleName) {
        setName(name);
        getAccessibleContext().setAccessibleName(accessibleName);
        ((AbstractDocument) getDocument()).setDocumentFilter(edits);
        for (String keys : KEYS_OF_THE_WINDOW) {
            getInputMap().put(KeyStroke.getKeyStroke(keys), "none");
        }
        getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_F1, 0), "none");
        ToolTipManager.sharedInstance().registerComponent(this);
        setMarkOccurrences(false);
        setAnimateBracketMatching(false);
        setTabSize(2);
        setTabsEmulated(true);
        setHighlightCurrentLine(false);
        AreaStyle.apply(this);
    }

    /** Sets the listener for changes by the user, but not for those by {@link #showText}. */
    public void onEdit(Consumer<TextChange> listener) {
        edits.tell(listener);
    }

    /** Shows a text, and returns the change. */
    public TextChange showText(String text) {
        TextChange change = TextChange.between(getText(), text);
        if (!change.isEmpty()) {
            edits.without(() -> replaceRange(change.replacement(), change.start(), change.end()));
        }
        return change;
    }

    /** Sets the background colors of lines, in place of previous ones. */
    public void mark(List<Mark> lines) {
        if (lines.equals(marked)) {
            return;
        }
        marks.forEach(this::removeLineHighlight);
        marks.clear();
        int count = getLineCount();
        for (Mark mark : lines) {
            if (mark.line() < count) {
                marks.add(highlight(mark));
            }
        }
        marked = List.copyOf(lines);
    }

    private Object highlight(Mark mark) {
        try {
            return addLineHighlight(mark.line(), mark.color());
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Scrolls to a range without moving the caret. */
    public void reveal(int start, int end) {
        try {
            Rectangle2D first = modelToView2D(start);
            Rectangle2D last = modelToView2D(end);
            if (first != null && last != null) {
                Rectangle both = first.createUnion(last).getBounds();
                both.height = Math.min(both.height, getVisibleRect().height);
                both.x = 0;
                both.width = 1;
                scrollRectToVisible(both);
            }
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sets the supplier of tool tips. */
    public void tips(Function<MouseEvent, Optional<String>> supplier) {
        tips = supplier;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return tips.apply(event).orElseGet(() -> super.getToolTipText(event));
    }

    /** Returns a menu without undo and redo, which belong to the window. */
    @Override
    protected JPopupMenu createPopupMenu() {
        JPopupMenu menu = super.createPopupMenu();
        for (int action : List.of(UNDO_ACTION, REDO_ACTION)) {
            Stream.of(menu.getComponents())
                    .filter(JMenuItem.class::isInstance)
                    .filter(item -> ((JMenuItem) item).getAction() == getAction(action))
                    .forEach(menu::remove);
        }
        menu.remove(0); // the line below them
        return menu;
    }

    @Override
    protected RUndoManager createUndoManager() {
        return new RUndoManager(this) {
            @Override
            public void undoableEditHappened(UndoableEditEvent event) {
                // The document keeps the undo steps.
            }
        };
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (edits != null) { // otherwise the super constructor is still running
            AreaStyle.apply(this);
        }
    }
}
