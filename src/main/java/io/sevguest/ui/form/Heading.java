package io.sevguest.ui.form;

import javax.swing.JLabel;
import javax.swing.UIManager;

/** A heading. Its font is set here, because FlatLaf's styles would slow down the start too much. */
public final class Heading extends JLabel {
    public Heading(String words) {
        super(words);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(UIManager.getFont("h4.font"));
    }
}
