package io.sevguest.ui.form;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

/** Runs an action when the focus leaves permanently, not just to another window. */
final class FocusLossListener extends FocusAdapter {
    private final Runnable then;

    FocusLossListener(Runnable then) {
        this.then = then;
    }

    @Override
    public void focusLost(FocusEvent event) {
        if (!event.isTemporary()) {
            then.run();
        }
    }
}
