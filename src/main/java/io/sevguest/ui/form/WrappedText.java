package io.sevguest.ui.form;

import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

/** Words that break into lines as wide as there is room; looks like a label, can be selected. */
public final class WrappedText extends JTextArea {
    public WrappedText(String words) {
        super(words);
        setEditable(false);
        setFocusable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(null);
        // Changed words must not scroll the page to themselves.
        ((DefaultCaret) getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        putClientProperty("FlatLaf.style", "margin: 0,0,0,0; inactiveBackground: null");
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean breaksAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (breaksAnew) {
            revalidate();
        }
    }
}
