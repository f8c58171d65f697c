package io.sevguest.ui.preview.text;

import io.sevguest.ui.text.TextChange;
import java.util.function.Consumer;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;

/** Reports each change that the user makes in a text, but not those that the program makes. */
final class UserEdits extends DocumentFilter {
    private Consumer<TextChange> listener = change -> {};
    private boolean silent;

    void tell(Consumer<TextChange> newListener) {
        listener = newListener;
    }

    /** Runs something whose changes are not reported. */
    void without(Runnable change) {
        silent = true;
        try {
            change.run();
        } finally {
            silent = false;
        }
    }

    @Override
    public void insertString(FilterBypass bypass, int offset, String text, AttributeSet attributes)
            throws BadLocationException {
        super.insertString(bypass, offset, text, attributes);
        tell(offset, 0, text);
    }

    @Override
    public void remove(FilterBypass bypass, int offset, int length) throws BadLocationException {
        super.remove(bypass, offset, length);
        tell(offset, length, "");
    }

    @Override
    public void replace(
            FilterBypass bypass, int offset, int length, String text, AttributeSet attributes)
            throws BadLocationException {
        super.replace(bypass, offset, length, text, attributes);
        tell(offset, length, text == null ? "" : text);
    }

    private void tell(int offset, int length, String text) {
        if (!silent) {
            listener.accept(new TextChange(offset, offset + length, text));
        }
    }
}
