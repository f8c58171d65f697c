package io.sevguest.state.preferences;

/** The color schemes that the user can choose. */
public enum ThemeChoice {
    /** The color scheme of the desktop. */
    SYSTEM,
    LIGHT,
    DARK
}
