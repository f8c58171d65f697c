package io.sevguest.ui.form;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The rows of a form: labels beside their fields, or above them where the form is narrow. */
public final class Stacking {
    /** Below it a form is narrow; in pixels at 100 percent. */
    private static final int NARROW = 380;

    private static final String BESIDE = "insets 14 18 18 18, wrap 2, hidemode 3";
    private static final String BELOW = "insets 10 10 10 10, wrap 1, hidemode 3";

    private final MigLayout layout = new MigLayout(BESIDE, "[right]10[grow,fill]");
    private final Map<Component, Object> beside = new IdentityHashMap<>();
    private boolean stacked;

    /** The layout that the form has to have. */
    public MigLayout layout() {
        return layout;
    }

    /** Chooses how the rows of a form stand by the width of what is seen of it. */
    public void fit(JComponent form) {
        boolean narrow = room(form) < UIScale.scale(NARROW);
        if (narrow == stacked) {
            return;
        }
        stacked = narrow;
        layout.setLayoutConstraints(narrow ? BELOW : BESIDE);
        layout.setColumnConstraints(narrow ? "[grow,fill]" : "[right]10[grow,fill]");
        for (Component part : form.getComponents()) {
            if (narrow) {
                beside.put(part, layout.getComponentConstraints(part));
            }
            Object constraints = beside.get(part);
            layout.setComponentConstraints(part, narrow ? below(constraints) : constraints);
        }
        EventQueue.invokeLater(form::revalidate); // while laying out it would be lost
    }

    /** A form that scrolls may be wider than its pane. */
    private static int room(JComponent form) {
        Container pane = SwingUtilities.getAncestorOfClass(JViewport.class, form);
        return pane == null ? form.getWidth() : Math.min(form.getWidth(), pane.getWidth());
    }

    /** One under another, none insisting on its width. */
    private static Object below(Object beside) {
        String words = beside instanceof String text ? text.replace("skip 1, ", "") : "";
        return words.isEmpty() ? "wmin 40" : words + ", wmin 40";
    }
}
