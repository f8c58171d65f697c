package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Finds what of a field takes the focus: itself, or the first part of it that does. */
final class Focusable {
    private Focusable() {}

    static Optional<Component> in(Component field) {
        boolean holdsOthers = field instanceof JPanel || field instanceof JLabel;
        if (!holdsOthers && field.isFocusable() && field.isEnabled()) {
            return Optional.of(field);
        }
        if (field instanceof Container container) {
            for (Component part : container.getComponents()) {
                Optional<Component> found = in(part);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
