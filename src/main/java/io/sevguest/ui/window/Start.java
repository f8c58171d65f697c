package io.sevguest.ui.window;

import io.sevguest.domain.GuestTemplate;
import io.sevguest.ui.theme.Theme;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javax.swing.SwingUtilities;

/** Starts the window. */
public final class Start {
    private Start() {}

    /**
     * Opens a window and returns; it lives on until it is closed.
     *
     * @param file the guest to open; without one the demo guest is shown
     * @param afterFirstPaint run on the event thread once the window has been painted
     */
    public static void open(Optional<Path> file, Runnable afterFirstPaint) {
        EventQueue.invokeLater(() -> show(afterFirstPaint));
    }

    private static void show(Runnable afterFirstPaint) {
        Theme.SYSTEM.install(false);
        var window = new MainWindow(GuestTemplate.DEMO.create(UUID.randomUUID()));
        window.frame().setVisible(true);
        SwingUtilities.invokeLater(
                () -> {
                    afterFirstPaint.run();
                    window.buildPreviews();
                });
    }
}
