package io.sevguest.ui.preview.text;

import io.sevguest.state.preferences.Preview;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** The previews for which the user chose to wrap long lines. */
public final class WrapChoices {
    private final Set<Preview> wrapped = EnumSet.noneOf(Preview.class);
    private final Consumer<Set<Preview>> changed;

    /**
     * Creates the choices from saved ones.
     *
     * @param changed called with all of them after each change
     */
    public WrapChoices(Set<Preview> wrapped, Consumer<Set<Preview>> changed) {
        this.wrapped.addAll(wrapped);
        this.changed = changed;
    }

    boolean isOn(Preview preview) {
        return wrapped.contains(preview);
    }

    void set(Preview preview, boolean on) {
        if (on ? wrapped.add(preview) : wrapped.remove(preview)) {
            changed.accept(Set.copyOf(wrapped));
        }
    }
}
