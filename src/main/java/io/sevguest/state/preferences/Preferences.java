package io.sevguest.state.preferences;

import io.sevguest.qemu.EpycGeneration;
import java.util.Set;

/**
 * The choices of the user and the state of the window that are remembered.
 *
 * @param zoomPercent size of the text in the window, 100 is the desktop's own
 * @param wrapped the previews whose long lines are broken
 * @param platform what is assumed where neither the XML nor the machine tells it
 */
public record Preferences(
        ThemeChoice theme,
        int zoomPercent,
        Set<Preview> wrapped,
        EpycGeneration platform,
        WindowState window,
        RecentFiles recentFiles) {
    /** Before anything was chosen. */
    public static final Preferences DEFAULT =
            new Preferences(
                    ThemeChoice.SYSTEM,
                    100,
                    Set.of(Preview.COMMAND, Preview.FILES),
                    EpycGeneration.MILAN,
                    WindowState.FIRST,
                    RecentFiles.NONE);

    private static final int MIN_ZOOM = 50;
    private static final int MAX_ZOOM = 400;

    public Preferences {
        wrapped = Set.copyOf(wrapped);
        zoomPercent = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoomPercent));
    }

    public Preferences withTheme(ThemeChoice newTheme) {
        return new Preferences(newTheme, zoomPercent, wrapped, platform, window, recentFiles);
    }

    /** With another size of text; what is out of 50 to 400 percent is cut. */
    public Preferences withZoomPercent(int newZoom) {
        return new Preferences(theme, newZoom, wrapped, platform, window, recentFiles);
    }

    public Preferences withWrapped(Set<Preview> newWrapped) {
        return new Preferences(theme, zoomPercent, newWrapped, platform, window, recentFiles);
    }

    public Preferences withPlatform(EpycGeneration newPlatform) {
        return new Preferences(theme, zoomPercent, wrapped, newPlatform, window, recentFiles);
    }

    public Preferences withWindow(WindowState newWindow) {
        return new Preferences(theme, zoomPercent, wrapped, platform, newWindow, recentFiles);
    }

    public Preferences withRecentFiles(RecentFiles newRecentFiles) {
        return new Preferences(theme, zoomPercent, wrapped, platform, window, newRecentFiles);
    }
}
