package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.GuestTemplate;
import io.sevguest.ui.theme.Icons;
import io.sevguest.ui.theme.Theme;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

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
        EventQueue.invokeLater(Start::prepareLook);
        DomainText text = GuestTemplate.DEMO.create(UUID.randomUUID()); // beside the event thread
        EventQueue.invokeLater(() -> new MainWindow(text).open(afterFirstPaint));
    }

    private static void prepareLook() {
        Theme.SYSTEM.install(false);
        Icons.hold();
    }
}
