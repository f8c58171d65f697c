package io.sevguest.ui.workspace;

import io.sevguest.state.preferences.Preferences;
import java.util.function.UnaryOperator;

/** The preferences as they are now in all windows of this process. Used on the event thread. */
public final class SharedPreferences {
    private Preferences now;

    public SharedPreferences(Preferences read) {
        now = read;
    }

    public Preferences now() {
        return now;
    }

    void change(UnaryOperator<Preferences> change) {
        now = change.apply(now);
    }
}
