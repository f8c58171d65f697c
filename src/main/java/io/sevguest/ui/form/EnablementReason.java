package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import javax.swing.JComponent;

/**
 * Enables or disables a component; while it is disabled, its tool tip and description give the
 * reason. A button that had the focus when it was disabled gets it back, unless the user has moved
 * on.
 */
public final class EnablementReason {
    private final JComponent component;
    private final String usualTip;
    private boolean leftFocus;

    /**
     * Creates the reason of a component.
     *
     * @param component already has the tool tip that it shows while it is enabled
     */
    public EnablementReason(JComponent component) {
        this.component = component;
        this.usualTip = component.getToolTipText();
    }

    /** Enables the component. */
    public void on() {
        show(true, usualTip);
    }

    /**
     * Disables the component.
     *
     * @param why a full sentence: what is missing, and how to provide it
     */
    public void off(String why) {
        show(false, why);
    }

    /** Enables the component, or disables it for a reason. */
    public void set(boolean on, String whyNot) {
        show(on, on ? usualTip : whyNot);
    }

    private void show(boolean on, String tip) {
        if (!on && component.isFocusOwner()) {
            leftFocus = true;
        } else if (on && leftFocus) {
            leftFocus = false;
            takeFocusBack();
        }
        component.setEnabled(on);
        component.setToolTipText(tip);
        component.getAccessibleContext().setAccessibleDescription(tip);
    }

    /**
     * Returns the focus to a component that was disabled while it had it, if the focus has not been
     * moved since.
     */
    private void takeFocusBack() {
        Container root = component.getFocusCycleRootAncestor();
        if (root == null || !component.isShowing()) {
            return;
        }
        Component next = root.getFocusTraversalPolicy().getComponentAfter(root, component);
        if (next != null && next.isFocusOwner()) {
            EventQueue.invokeLater(component::requestFocusInWindow); // once it is enabled
        }
    }
}
