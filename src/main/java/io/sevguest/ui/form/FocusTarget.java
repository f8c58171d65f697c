package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/** Finds what of a field takes the focus: itself, or the first part of it that can be used. */
final class FocusTarget {
    private FocusTarget() {}

    static Optional<Component> in(Component field) {
        if (field.isVisible() && field.isEnabled() && isInput(field)) {
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

    /** Words that only tell something take no jump: they may be others in a moment. */
    private static boolean isInput(Component part) {
        return (part instanceof JTextComponent text && text.isEditable())
                || (part instanceof AbstractButton && part.isFocusable())
                || part instanceof JComboBox<?>
                || part instanceof JSpinner
                || part instanceof JTable;
    }
}
