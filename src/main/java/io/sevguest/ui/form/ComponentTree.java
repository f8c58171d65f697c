package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;

/** Enables or disables all components of a form. */
final class ComponentTree {
    private ComponentTree() {}

    static void set(Container form, boolean on) {
        for (Component part : form.getComponents()) {
            if (part.isEnabled() != on) {
                part.setEnabled(on);
            }
            if (part instanceof Container inner) {
                set(inner, on);
            }
        }
    }
}
