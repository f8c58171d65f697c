package io.sevguest.ui.form;

import com.formdev.flatlaf.extras.components.FlatTriStateCheckBox;
import io.sevguest.domain.Toggle;

/** A check box with three states for libvirt's yes, no and unset. */
final class Toggles {
    private Toggles() {}

    static Toggle of(FlatTriStateCheckBox box) {
        return switch (box.getState()) {
            case SELECTED -> Toggle.YES;
            case UNSELECTED -> Toggle.NO;
            case INDETERMINATE -> Toggle.UNSET;
        };
    }

    /** Returns the tool tip of a field, with the meaning of the three states. */
    static String tip(String id, Texts texts) {
        return (texts.orEmpty(id + ".tip") + " " + texts.get("form.toggle.tip")).strip();
    }

    static void show(Toggle value, FlatTriStateCheckBox box) {
        box.setState(
                switch (value) {
                    case YES -> FlatTriStateCheckBox.State.SELECTED;
                    case NO -> FlatTriStateCheckBox.State.UNSELECTED;
                    case UNSET -> FlatTriStateCheckBox.State.INDETERMINATE;
                });
    }
}
