package io.sevguest.state;

/**
 * What the user chose and what the window remembers.
 *
 * @param zoomPercent size of the text in the window, 100 is the desktop's own
 * @param wrapPreviews whether long lines of the previews are wrapped
 */
public record Preferences(
        ThemeChoice theme,
        int zoomPercent,
        boolean wrapPreviews,
        WindowState window,
        RecentFiles recentFiles) {
    /** Before anything was chosen. */
    public static final Preferences DEFAULT =
            new Preferences(ThemeChoice.SYSTEM, 100, false, WindowState.FIRST, RecentFiles.NONE);

    private static final int MIN_ZOOM = 50;
    private static final int MAX_ZOOM = 400;

    public Preferences {
        zoomPercent = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoomPercent));
    }

    public Preferences withTheme(ThemeChoice newTheme) {
        return new Preferences(newTheme, zoomPercent, wrapPreviews, window, recentFiles);
    }

    /** With another size of text; what is out of 50 to 400 percent is cut. */
    public Preferences withZoomPercent(int newZoom) {
        return new Preferences(theme, newZoom, wrapPreviews, window, recentFiles);
    }

    public Preferences withWrapPreviews(boolean wrap) {
        return new Preferences(theme, zoomPercent, wrap, window, recentFiles);
    }

    public Preferences withWindow(WindowState newWindow) {
        return new Preferences(theme, zoomPercent, wrapPreviews, newWindow, recentFiles);
    }

    public Preferences withRecentFiles(RecentFiles newRecentFiles) {
        return new Preferences(theme, zoomPercent, wrapPreviews, window, newRecentFiles);
    }
}
