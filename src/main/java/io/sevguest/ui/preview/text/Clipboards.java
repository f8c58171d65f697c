package io.sevguest.ui.preview.text;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** Puts texts on the clipboard. */
public final class Clipboards {
    private Clipboards() {}

    public static void copy(String text) {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(text), null);
    }
}
