package io.sevguest.ui.form;

import javax.swing.JLabel;
import javax.swing.UIManager;

/** Words over what follows. Its font is set here: FlatLaf's styles would cost a start too much. */
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
