package io.sevguest.ui.theme;

import java.awt.Color;
import java.util.Objects;
import javax.swing.UIManager;

/** The program's own colors; their values are in the properties of each theme. */
public enum Palette {
    /** The color of an error text. */
    ERROR("Sevguest.error"),
    /** The color of a warning text. */
    WARNING("Sevguest.warning"),
    /** The color of a text about something that is in order. */
    GOOD("Sevguest.good"),
    /** The color of an explanation. */
    NOTE("Sevguest.note"),
    /** The background of lines that an edit added or changed. */
    EDITED("Sevguest.edited"),
    /** The background of added lines. */
    ADDED("Sevguest.added"),
    /** The background of removed lines. */
    REMOVED("Sevguest.removed"),
    /** The background of text that belongs to the pointer's target or the focused field. */
    SPOT("Sevguest.spot"),
    /** The background of the list of pages. */
    SIDE("Sevguest.side"),
    /** The background of the current page in that list. */
    SIDE_SELECTED("Sevguest.sideSelected"),
    /** The background of the bytes of a blob's fields, in their order. */
    BLOB_1("Sevguest.blob1"),
    BLOB_2("Sevguest.blob2"),
    BLOB_3("Sevguest.blob3"),
    BLOB_4("Sevguest.blob4"),
    BLOB_5("Sevguest.blob5");

    private final String key;

    Palette(String key) {
        this.key = key;
    }

    /** Returns the color in the current theme. */
    public Color color() {
        return Objects.requireNonNull(UIManager.getColor(key), key);
    }
}
