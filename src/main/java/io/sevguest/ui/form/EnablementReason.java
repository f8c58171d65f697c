package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import javax.swing.JComponent;

/**
 * Turns a component on or off; while it is off, its tip and description say why. A button that had
 * the focus when it was turned off has it again, unless the user has gone elsewhere.
 */
public final class EnablementReason {
    private final JComponent component;
    private final String usualTip;
    private boolean leftFocus;

    /**
     * @param component has the tip already that it shows while it is on, if any
     */
    public EnablementReason(JComponent component) {
        this.component = component;
        this.usualTip = component.getToolTipText();
    }

    /** Turns it on. */
    public void on() {
        show(true, usualTip);
    }

    /**
     * Turns it off.
     *
     * @param why a full sentence: what is missing, and how to get it
     */
    public void off(String why) {
        show(false, why);
    }

    /** Turns it on, or off for a reason. */
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
     * Returns the focus to a component that was disabled while it had it, if the focus is still
     * where it went.
     */
    private void takeFocusBack() {
        Container root = component.getFocusCycleRootAncestor();
        if (root == null || !component.isShowing()) {
            return;
        }
        Component next = root.getFocusTraversalPolicy().getComponentAfter(root, component);
        if (next != null && next.isFocusOwner()) {
            EventQueue.invokeLater(component::requestFocusInWindow); // once it is on
        }
    }
}
