package io.sevguest.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The active field, which connects forms and previews. Used on the event thread. */
public final class FieldFocus {
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private final List<Consumer<String>> jumpers = new ArrayList<>();
    private String field = "";

    /** Returns the id of the active field; empty if there is none. */
    public String field() {
        return field;
    }

    /** Sets the field that has the focus; the previews mark text that comes from it. */
    public void at(String id) {
        if (!id.equals(field)) {
            field = id;
            List.copyOf(watchers).forEach(watcher -> watcher.accept(id));
        }
    }

    /** Asks the window to show the page of a field and to focus it. */
    public void jumpTo(String id) {
        List.copyOf(jumpers).forEach(jumper -> jumper.accept(id));
        at(id);
    }

    /** Adds a listener for the id of each field that becomes active. */
    public void onField(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** Adds a listener for the id of each field to jump to. */
    public void onJump(Consumer<String> jumper) {
        jumpers.add(jumper);
    }
}
