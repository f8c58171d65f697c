package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/**
 * Finds the component of a field that takes the focus: the field itself, or its first usable part.
 */
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

    /**
     * Returns whether a component is an input; texts that only inform are no target, because they
     * may change at any moment.
     */
    private static boolean isInput(Component part) {
        return (part instanceof JTextComponent text && text.isEditable())
                || (part instanceof AbstractButton && part.isFocusable())
                || part instanceof JComboBox<?>
                || part instanceof JSpinner
                || part instanceof JTable;
    }
}
