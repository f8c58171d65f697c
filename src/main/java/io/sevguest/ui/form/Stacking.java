package io.sevguest.ui.form;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.swing.JComponent;
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

    /** Chooses how the rows of a form stand by its width. */
    public void fit(JComponent form) {
        boolean narrow = form.getWidth() < UIScale.scale(NARROW);
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

    private static Object below(Object beside) {
        return beside instanceof String words ? words.replace("skip 1, ", "") : beside;
    }
}
