package io.sevguest.ui.form;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

/** Does something when the focus leaves for good, not just to another window. */
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
