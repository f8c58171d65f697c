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
     * Installs this theme before the first window is created.
     *
     * @param systemIsDark the current meaning of {@link #SYSTEM}
     */
    public void install(boolean systemIsDark) {
        FlatLaf.registerCustomDefaultsSource(DEFAULTS);
        setUp(systemIsDark);
    }

    /** Changes the existing windows to this theme. */
    public void change(boolean systemIsDark) {
        if (isDark(systemIsDark) == FlatLaf.isLafDark()) {
            return;
        }
        FlatAnimatedLafChange.showSnapshot();
        setUp(systemIsDark);
        FlatLaf.updateUI();
        FlatAnimatedLafChange.hideSnapshotWithAnimation();
    }

    /**
     * Sets up the look and feel. F8 remains the window's key, not Swing's key for resizing split
     * panes.
     */
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
