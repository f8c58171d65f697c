package io.sevguest.ui.window;

import io.sevguest.state.PreferencesFile;
import io.sevguest.state.Xdg;
import io.sevguest.ui.theme.Icons;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the window. */
public final class Start {
    private Start() {}

    /**
     * Opens a window and returns; it lives on until it is closed. Reads files: not for the event
     * thread.
     *
     * @param file the guest to open; without one the demo guest is shown
     * @param afterFirstPaint run on the event thread once the window has been painted
     */
    public static void open(Optional<Path> file, Runnable afterFirstPaint) {
        Xdg places = Xdg.ofEnvironment();
        var preferences = new PreferencesFile(places.config());
        EventQueue.invokeLater(Toolkit::getDefaultToolkit); // beside the reading below
        Beginning beginning = Beginning.read(file, preferences);
        EventQueue.invokeLater(
                () -> {
                    Looks.install(beginning.preferences());
                    Icons.hold();
                });
        EventQueue.invokeLater(
                () -> new MainWindow(beginning, preferences, places).open(afterFirstPaint));
    }
}
