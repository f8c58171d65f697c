package io.sevguest.ui.theme;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.extras.FlatAnimatedLafChange;
import javax.swing.InputMap;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/** The appearance of the window. Used on the event thread. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    private static final String DEFAULTS = "io.sevguest.ui.theme";

    /**
     * Puts this theme in place before the first window is made.
     *
     * @param systemIsDark what {@link #SYSTEM} means now
     */
    public void install(boolean systemIsDark) {
        FlatLaf.registerCustomDefaultsSource(DEFAULTS);
        setUp(systemIsDark);
    }

    /** Changes the windows there are to this theme. */
    public void change(boolean systemIsDark) {
        if (isDark(systemIsDark) == FlatLaf.isLafDark()) {
            return;
        }
        FlatAnimatedLafChange.showSnapshot();
        setUp(systemIsDark);
        FlatLaf.updateUI();
        FlatAnimatedLafChange.hideSnapshotWithAnimation();
    }

    /** F8 is the window's, not the key by which Swing resizes the halves of a window. */
    private void setUp(boolean systemIsDark) {
        FlatLaf.setup(look(systemIsDark));
        if (UIManager.get("SplitPane.ancestorInputMap") instanceof InputMap keys) {
            keys.remove(KeyStroke.getKeyStroke("F8"));
        }
    }

    private boolean isDark(boolean systemIsDark) {
        return this == DARK || (this == SYSTEM && systemIsDark);
    }

    private FlatLaf look(boolean systemIsDark) {
        return isDark(systemIsDark) ? new FlatDarkLaf() : new FlatLightLaf();
    }
}
