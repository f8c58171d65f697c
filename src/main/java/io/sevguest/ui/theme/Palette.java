package io.sevguest.ui.theme;

import java.awt.Color;
import java.util.Objects;
import javax.swing.UIManager;

/** The colors that are this program's own; their values stand in the properties of each theme. */
public enum Palette {
    /** Text of an error. */
    ERROR("Sevguest.error"),
    /** Text of a warning. */
    WARNING("Sevguest.warning"),
    /** Text of a thing that is as it should be. */
    GOOD("Sevguest.good"),
    /** Text that explains. */
    NOTE("Sevguest.note"),
    /** Behind lines that an edit added or changed. */
    EDITED("Sevguest.edited"),
    /** Behind lines that were added. */
    ADDED("Sevguest.added"),
    /** Behind lines that were removed. */
    REMOVED("Sevguest.removed"),
    /** Behind what the pointer or the focused field is about. */
    SPOT("Sevguest.spot"),
    /** Behind the list of pages. */
    SIDE("Sevguest.side"),
    /** Behind the page that is shown, in that list. */
    SIDE_SELECTED("Sevguest.sideSelected"),
    /** Behind the bytes of a blob's fields, in their order. */
    BLOB_1("Sevguest.blob1"),
    BLOB_2("Sevguest.blob2"),
    BLOB_3("Sevguest.blob3"),
    BLOB_4("Sevguest.blob4"),
    BLOB_5("Sevguest.blob5");

    private final String key;

    Palette(String key) {
        this.key = key;
    }

    /** The color in the theme that is in place now. */
    public Color color() {
        return Objects.requireNonNull(UIManager.getColor(key), key);
    }
}
