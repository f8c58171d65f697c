package io.sevguest.ui.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The field that has the attention, so that forms and previews can point at each other. Used on the
 * event thread.
 */
public final class FieldFocus {
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private final List<Consumer<String>> jumpers = new ArrayList<>();
    private String field = "";

    /** The id of the field that has the attention, empty for none. */
    public String field() {
        return field;
    }

    /** A form's field has got the focus; the previews mark what comes from it. */
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

    /** Adds a listener for the id of each field that gets the attention. */
    public void onField(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /** Adds a listener for the id of each field that somebody wants to jump to. */
    public void onJump(Consumer<String> jumper) {
        jumpers.add(jumper);
    }
}
