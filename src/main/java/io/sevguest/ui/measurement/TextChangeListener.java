package io.sevguest.ui.measurement;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A listener that is called after each change of a text. */
record TextChangeListener(Runnable changed) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        // only attributes change
    }
}
