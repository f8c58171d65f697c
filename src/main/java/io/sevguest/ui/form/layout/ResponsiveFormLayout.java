package io.sevguest.ui.form.layout;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.util.IdentityHashMap;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The rows of a form: labels beside their fields, or above them where the form is narrow. */
public final class ResponsiveFormLayout {
    /** Below it any form is narrow; in pixels at 100 percent. */
    private static final int NARROW = 380;

    /** Around the columns and between them; in pixels at 100 percent. */
    private static final int GAPS = 18 + 10 + 18;

    private static final String SECOND_COLUMN = "skip 1, ";

    private static final String BESIDE = "insets 14 18 18 18, wrap 2, hidemode 3";
    private static final String BELOW = "insets 10 10 10 10, wrap 1, hidemode 3";

    private final MigLayout layout = new MigLayout(BESIDE, "[right]10[grow,fill]");
    private final IdentityHashMap<Component, Object> beside = new IdentityHashMap<>();
    private boolean stacked;

    /** The layout that the form has to have. */
    public MigLayout layout() {
        return layout;
    }

    /** Chooses how the rows of a form stand by the width of what is seen of it. */
    public void fit(JComponent form) {
        boolean narrow = room(form) < Math.max(UIScale.scale(NARROW), needed(form));
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

    /** The width in which nothing beside the labels is cut. */
    private int needed(JComponent form) {
        int label = 0;
        int field = 0;
        for (Component part : form.getComponents()) {
            String place = words(beside.getOrDefault(part, layout.getComponentConstraints(part)));
            if (part instanceof JLabel && place.isEmpty()) {
                label = Math.max(label, part.getPreferredSize().width);
            } else if (part.isVisible() && place.startsWith(SECOND_COLUMN)) {
                field = Math.max(field, least(part).width);
            }
        }
        return label + field + UIScale.scale(GAPS);
    }

    private static Dimension least(Component part) {
        return part instanceof JCheckBox ? part.getPreferredSize() : part.getMinimumSize();
    }

    /** A form that scrolls may be wider than its pane. */
    private static int room(JComponent form) {
        Container pane = SwingUtilities.getAncestorOfClass(JViewport.class, form);
        return pane == null ? form.getWidth() : Math.min(form.getWidth(), pane.getWidth());
    }

    /** One under another, none insisting on its width. */
    private static Object below(Object beside) {
        String words = words(beside).replace(SECOND_COLUMN, "");
        return words.isEmpty() ? "wmin 40" : words + ", wmin 40";
    }

    private static String words(Object constraints) {
        return constraints instanceof String text ? text : "";
    }
}
