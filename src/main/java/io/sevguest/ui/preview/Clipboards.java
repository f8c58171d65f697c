package io.sevguest.ui.preview;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;

/** Puts texts on the clipboard. */
final class Clipboards {
    private Clipboards() {}

    static void copy(String text) {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(text), null);
    }
}
