package io.sevguest.ui.form;

import javax.swing.AbstractButton;
import javax.swing.JLabel;

/**
 * A label text with a mnemonic, written {@code &Policy}; {@code &&} is an ampersand.
 *
 * @param mnemonicIndex index of the underlined character in the text; -1 if there is none
 */
public record Caption(String text, int mnemonicIndex) {
    /** Reads a text in which {@code &} marks the mnemonic. */
    public static Caption parse(String marked) {
        var text = new StringBuilder();
        int index = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '&' && i + 1 < marked.length()) {
                i++;
                if (marked.charAt(i) != '&' && index < 0) {
                    index = text.length();
                }
                text.append(marked.charAt(i));
            } else {
                text.append(c);
            }
        }
        return new Caption(text.toString(), index);
    }

    /** Returns the key code of the mnemonic; 0 if there is none. */
    public int mnemonic() {
        return mnemonicIndex < 0 ? 0 : Character.toUpperCase(text.charAt(mnemonicIndex));
    }

    /** Sets this caption on a label. */
    public void show(JLabel label) {
        label.setText(text);
        if (mnemonicIndex >= 0) {
            label.setDisplayedMnemonic(mnemonic());
            label.setDisplayedMnemonicIndex(mnemonicIndex);
        }
    }

    /** Sets this caption on a button, a check box or a menu item. */
    public void show(AbstractButton button) {
        button.setText(text);
        if (mnemonicIndex >= 0) {
            button.setMnemonic(mnemonic());
            button.setDisplayedMnemonicIndex(mnemonicIndex);
        }
    }
}
