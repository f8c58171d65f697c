package io.sevguest.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.EventQueue;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** A text that wraps to the available width; it looks like a label and can be selected. */
public class WrappedText extends JTextArea {
    public WrappedText(String words) {
        super(words);
        setEditable(false);
        setFocusable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder());
        putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; inactiveBackground: null");
    }

    /** Does nothing: a changing text must not scroll the page to itself, as its caret would. */
    @Override
    public final void scrollRectToVisible(Rectangle part) {
        if (isFocusOwner()) {
            super.scrollRectToVisible(part);
        }
    }

    @Override
    public final void setBounds(int x, int y, int width, int height) {
        boolean breaksAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (breaksAnew) {
            EventQueue.invokeLater(this::revalidate); // during layout it would be lost
        }
    }
}
