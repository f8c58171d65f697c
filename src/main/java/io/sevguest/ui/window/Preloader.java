package io.sevguest.ui.window;

import java.awt.Font;
import net.miginfocom.layout.ConstraintParser;

/**
 * Uses what the first window will need and what is slow at its first use, on another thread while
 * the event thread prepares the theme. Of Swing itself nothing can be.
 */
final class Preloader {
    private static final int USUAL_SIZE = 13;

    private Preloader() {}

    /** Finds the fonts of this machine, and reads constraints as the forms have them. */
    static void fontsAndLayouts() {
        new Font(Font.DIALOG, Font.PLAIN, USUAL_SIZE).canDisplay('a');
        ConstraintParser.parseLayoutConstraint("insets 0, wrap 2, hidemode 3");
        ConstraintParser.parseColumnConstraints("[right]10[grow,fill]");
        ConstraintParser.parseComponentConstraint("growx");
    }
}
