package io.sevguest.ui.form;

import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;

/** Ends the undo step when a field loses the focus, and reports the field that has it. */
final class UndoStepBoundary implements FocusListener {
    private final String id;
    private final GuestModel guest;
    private final FieldFocus focus;

    UndoStepBoundary(String id, GuestModel guest, FieldFocus focus) {
        this.id = id;
        this.guest = guest;
        this.focus = focus;
    }

    @Override
    public void focusGained(FocusEvent event) {
        focus.at(id);
    }

    @Override
    public void focusLost(FocusEvent event) {
        guest.endStep();
    }
}
