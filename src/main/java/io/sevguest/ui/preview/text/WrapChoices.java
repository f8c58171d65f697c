package io.sevguest.ui.preview.text;

import io.sevguest.state.preferences.Preview;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** The previews that break their long lines, as the user chose for each. */
public final class WrapChoices {
    private final Set<Preview> wrapped = EnumSet.noneOf(Preview.class);
    private final Consumer<Set<Preview>> changed;

    /**
     * The choices as they were left.
     *
     * @param changed is told all of them after each change
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
