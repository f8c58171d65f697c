package io.sevguest.ui.window;

import io.sevguest.problem.Problem;
import io.sevguest.state.Xdg;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.dialog.FaultHandler;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.theme.Icons;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts the window, with as much in parallel as possible, because the user is waiting. */
public final class WindowLauncher {
    private WindowLauncher() {}

    /**
     * Opens a window and returns at once. Reads files, so it must not be called on the event
     * thread.
     *
     * @param file the guest to open; without one the demo guest is shown
     * @param afterFirstPaint run on the event thread once the window has been painted
     * @return the reason why no window can be opened; empty if it opens
     */
    public static Optional<Problem> open(Optional<Path> file, Runnable afterFirstPaint) {
        Xdg places = Xdg.ofEnvironment();
        var preferences = new PreferencesFile(places.config());
        var chosen = CompletableFuture.supplyAsync(() -> StartupState.choose(preferences));
        var beginning = chosen.thenApplyAsync(read -> StartupState.read(file, read));
        Optional<Problem> noDisplay = DisplayServer.problem();
        if (noDisplay.isPresent()) {
            return noDisplay;
        }
        Thread.setDefaultUncaughtExceptionHandler(new FaultHandler());
        Preferences looks = chosen.join().preferences();
        EventQueue.invokeLater(
                () -> {
                    Appearance.install(looks);
                    Icons.hold();
                });
        Preloader.fontsAndLayouts();
        StartupState shown = beginning.join();
        EventQueue.invokeLater(
                () ->
                        new OpenWindows(preferences, shown.preferences(), places, Tasks::new)
                                .add(shown)
                                .open(afterFirstPaint));
        return Optional.empty();
    }
}
