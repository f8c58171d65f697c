package io.sevguest.ui.window;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.ThemeChoice;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.theme.SystemScheme;
import io.sevguest.ui.theme.Theme;
import io.sevguest.ui.workspace.ResultHandler;
import io.sevguest.ui.workspace.Settings;
import java.util.function.BooleanSupplier;

/** The chosen theme and font size of the window. */
final class Appearance {
    private static final float PERCENT = 100;

    private final Settings settings;
    private final Tasks tasks;
    private final Messages messages;
    private final Runnable changed;
    private boolean systemIsDark;

    /**
     * Creates the appearance.
     *
     * @param changed called after the theme or the size has changed
     */
    Appearance(Settings settings, Tasks tasks, Messages messages, Runnable changed) {
        this.settings = settings;
        this.tasks = tasks;
        this.messages = messages;
        this.changed = changed;
    }

    /** Applies the chosen theme and size before the first window is created. */
    static void install(Preferences preferences) {
        theme(preferences.theme()).install(false);
        UIScale.setZoomFactor(preferences.zoomPercent() / PERCENT);
    }

    /** Reads the desktop's color scheme if the theme follows it. */
    void followSystem() {
        if (settings.now().theme() == ThemeChoice.SYSTEM) {
            tasks.start(
                    Scope.PROGRAM,
                    SystemScheme::isDark,
                    new ResultHandler<>(messages, this::systemIs));
        }
    }

    private void systemIs(boolean dark) {
        systemIsDark = dark;
        show();
    }

    ThemeChoice theme() {
        return settings.now().theme();
    }

    void choose(ThemeChoice choice) {
        settings.change(now -> now.withTheme(choice));
        show();
        followSystem();
    }

    private void show() {
        theme(settings.now().theme()).change(systemIsDark);
        changed.run();
    }

    void zoomIn() {
        zoom(UIScale::zoomIn);
    }

    void zoomOut() {
        zoom(UIScale::zoomOut);
    }

    void zoomReset() {
        zoom(UIScale::zoomReset);
    }

    private void zoom(BooleanSupplier change) {
        if (change.getAsBoolean()) {
            FlatLaf.updateUI();
            int percent = Math.round(UIScale.getZoomFactor() * PERCENT);
            settings.change(now -> now.withZoomPercent(percent));
            changed.run();
        }
    }

    private static Theme theme(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> Theme.SYSTEM;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
