package io.sevguest.ui.form;

import javax.swing.JComponent;

/** Turns a component on or off; while it is off, its tip and description say why. */
public final class Usable {
    private final JComponent component;
    private final String usualTip;

    /**
     * @param component has the tip already that it shows while it is on, if any
     */
    public Usable(JComponent component) {
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
        component.setEnabled(on);
        component.setToolTipText(tip);
        component.getAccessibleContext().setAccessibleDescription(tip);
    }
}
