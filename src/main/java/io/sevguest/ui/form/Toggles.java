package io.sevguest.ui.form;

import com.formdev.flatlaf.extras.components.FlatTriStateCheckBox;
import io.sevguest.domain.Toggle;

/** libvirt's yes, no and unset as a check box with three states. */
final class Toggles {
    private Toggles() {}

    static Toggle of(FlatTriStateCheckBox box) {
        return switch (box.getState()) {
            case SELECTED -> Toggle.YES;
            case UNSELECTED -> Toggle.NO;
            case INDETERMINATE -> Toggle.UNSET;
        };
    }

    /** The tip of a field, and what the three states mean. */
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
