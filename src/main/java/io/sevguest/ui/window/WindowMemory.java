package io.sevguest.ui.window;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.state.preferences.WindowState;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JFrame;

/** The state of a window, to be restored at the next start. */
final class WindowMemory {
    private static final int USUAL_WIDTH = 1280;
    private static final int USUAL_HEIGHT = 820;

    private WindowMemory() {}

    static WindowState of(JFrame frame, PreviewSplit split, String page) {
        boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) != 0;
        Rectangle bounds = frame.getBounds();
        var place = new WindowState.Place(bounds.x, bounds.y, bounds.width, bounds.height);
        return new WindowState(
                Optional.of(place), maximized, split.dividers(), split.folded(), page);
    }

    /** Restores the place of a window, unless it is no longer on any screen. */
    static void place(JFrame frame, WindowState state) {
        Rectangle screen = frame.getGraphicsConfiguration().getBounds();
        frame.setSize(
                Math.min(UIScale.scale(USUAL_WIDTH), screen.width),
                Math.min(UIScale.scale(USUAL_HEIGHT), screen.height));
        // not by the platform: some window managers do not report the place, and menus and
        // dialogs would open elsewhere
        frame.setLocationRelativeTo(null);
        state.place()
                .map(place -> new Rectangle(place.x(), place.y(), place.width(), place.height()))
                .filter(WindowMemory::isOnAScreen)
                .ifPresent(frame::setBounds);
        if (state.maximized()) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
    }

    private static boolean isOnAScreen(Rectangle place) {
        for (var screen : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(place);
            if (seen.width > place.width / 2 && seen.height > place.height / 2) {
                return true;
            }
        }
        return false;
    }
}
