package io.sevguest.state.preferences;

import io.sevguest.qemu.EpycGeneration;
import java.util.Set;

/**
 * The remembered choices of the user and state of the window.
 *
 * @param zoomPercent the text size in the window; 100 is that of the desktop
 * @param wrapped the previews with wrapped lines
 * @param platform the processor assumed if neither the XML nor the machine specifies it
 */
public record Preferences(
        ThemeChoice theme,
        int zoomPercent,
        Set<Preview> wrapped,
        EpycGeneration platform,
        WindowState window,
        RecentFiles recentFiles) {
    /** The preferences of a new user. */
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

    /** Returns a copy with another text size, limited to the range from 50 to 400 percent. */
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
