package io.sevguest.ui.window;

import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.state.Xdg;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.file.GuestStore;
import io.sevguest.ui.file.OtherWindows;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.workspace.SharedPreferences;
import java.awt.Frame;
import java.awt.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The windows of this process, each with a guest, tasks and a run of its own. They share the
 * preferences, so that theme, size and recent files are the same in all of them; the process ends
 * with the last one. Used on the event thread.
 */
final class OpenWindows {
    /** How far a further window is moved, so that the one below is still seen. */
    private static final int STEP = 32;

    private final PreferencesFile file;
    private final SharedPreferences preferences;
    private final Xdg places;
    private final Supplier<Tasks> tasks;
    private final List<MainWindow> windows = new ArrayList<>();

    /**
     * No window yet.
     *
     * @param tasks makes those of one window
     */
    OpenWindows(PreferencesFile file, Preferences preferences, Xdg places, Supplier<Tasks> tasks) {
        this.file = file;
        this.preferences = new SharedPreferences(preferences);
        this.places = places;
        this.tasks = tasks;
    }

    /** Makes a window, which is not visible yet. */
    MainWindow add(StartupState beginning) {
        var window = new MainWindow(beginning, this, file, preferences, places, tasks.get());
        newest().ifPresent(last -> moveFrom(last.frame(), window.frame()));
        windows.add(window);
        return window;
    }

    /** Opens a window with the demo guest. */
    MainWindow openNew() {
        return open(
                new GuestStore.OpenResult(
                        GuestTemplate.DEMO.create(UUID.randomUUID()), Optional.empty()));
    }

    private MainWindow open(GuestStore.OpenResult opened) {
        MainWindow window =
                add(new StartupState(opened.text(), opened.file(), preferences.now(), List.of()));
        window.open(() -> {});
        return window;
    }

    /** Returns whether a window is the one that was opened first, and still is open. */
    boolean isFirst(MainWindow window) {
        return windows.get(0) == window;
    }

    List<MainWindow> all() {
        return List.copyOf(windows);
    }

    void closed(MainWindow window) {
        windows.remove(window);
    }

    /** Asks each window to close. */
    void quit() {
        all().forEach(MainWindow::close);
    }

    /** Shows in all windows that theme or size have changed. */
    void showLooks() {
        windows.forEach(MainWindow::showLooks);
    }

    /** Returns the windows besides one. */
    OtherWindows besides(MainWindow own) {
        return new OtherWindows() {
            @Override
            public boolean show(Path path) {
                Optional<MainWindow> other =
                        windows.stream()
                                .filter(it -> it != own && it.guest().path().equals(real(path)))
                                .findFirst();
                other.ifPresent(it -> bringToFront(it.frame()));
                return other.isPresent();
            }

            @Override
            public void open(GuestStore.OpenResult opened) {
                OpenWindows.this.open(opened);
            }
        };
    }

    private static Optional<Path> real(Path path) {
        return Optional.of(path.toAbsolutePath().normalize());
    }

    private static void bringToFront(Frame frame) {
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        frame.toFront();
        frame.requestFocus();
    }

    private Optional<MainWindow> newest() {
        return windows.isEmpty() ? Optional.empty() : Optional.of(windows.get(windows.size() - 1));
    }

    private static void moveFrom(Frame last, Frame window) {
        Point place = last.getLocation();
        window.setLocation(place.x + STEP, place.y + STEP);
    }
}
