package io.sevguest.ui.theme;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.util.Locale;
import javax.swing.Icon;

/**
 * The icons of the window: drawings in {@code ui/icons}, 16 by 16, in palette colors that follow
 * the theme.
 */
public enum Icons {
    DOCUMENT_NEW,
    DOCUMENT_OPEN,
    DOCUMENT_SAVE,
    EDIT_UNDO,
    EDIT_REDO,
    BLOB_IMPORT,
    CHECK,
    LAUNCH,
    STOP,
    SEARCH,
    PAGE_GUEST,
    PAGE_LAUNCH_SECURITY,
    PAGE_CERTIFICATE,
    PAGE_PLATFORM,
    PAGE_FIRMWARE,
    PAGE_DEVICES,
    PAGE_LAUNCH,
    PAGE_MEASUREMENT,
    PAGE_SECRET,
    FINDING_ERROR,
    FINDING_WARNING,
    FINDING_INFO,
    FINDING_GOOD;

    /** The program's own icon, which is scalable. */
    public static final String APP = "/io/sevguest/icons/sev-guest-configurator.svg";

    private static final String FOLDER = "io/sevguest/ui/icons/";

    /** Returns the resource of the drawing. */
    public String resource() {
        return FOLDER + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    /** Returns the drawing, 16 by 16. */
    public Icon icon() {
        return new DeferredIcon(() -> new FlatSVGIcon(resource()));
    }

    /** Leaves icons blank until {@link #draw}, so that the first window appears sooner. */
    public static void hold() {
        DeferredIcon.hold();
    }

    /** Draws the icons that were left blank. */
    public static void draw() {
        DeferredIcon.release();
    }
}
