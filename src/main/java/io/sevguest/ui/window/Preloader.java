package io.sevguest.ui.window;

import java.awt.Font;
import net.miginfocom.layout.ConstraintParser;

/**
 * Preloads slow parts that the first window needs, on another thread while the event thread
 * prepares the theme. Swing itself cannot be preloaded.
 */
final class Preloader {
    private static final int USUAL_SIZE = 13;

    private Preloader() {}

    /** Loads the fonts of this machine and the parser of layout constraints. */
    static void fontsAndLayouts() {
        new Font(Font.DIALOG, Font.PLAIN, USUAL_SIZE).canDisplay('a');
        ConstraintParser.parseLayoutConstraint("insets 0, wrap 2, hidemode 3");
        ConstraintParser.parseColumnConstraints("[right]10[grow,fill]");
        ConstraintParser.parseComponentConstraint("growx");
    }
}
