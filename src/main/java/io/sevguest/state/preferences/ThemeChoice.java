package io.sevguest.state.preferences;

/** The color scheme that the user wants. */
public enum ThemeChoice {
    /** Those of the desktop. */
    SYSTEM,
    LIGHT,
    DARK
}
