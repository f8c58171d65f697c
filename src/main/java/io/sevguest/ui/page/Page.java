package io.sevguest.ui.page;

import io.sevguest.ui.guest.GuestAnalysis;
import java.util.List;
import javax.swing.JComponent;

/** A page of the window; by default it has no fields of the guest. */
public interface Page {
    JComponent component();

    /** Shows the findings next to their fields. */
    default void show(GuestAnalysis derived) {}

    /** Closes what belongs to it outside of the window, which is being closed. */
    default void close() {}

    /** Returns the ids of its fields, for the search. */
    default List<String> fieldIds() {
        return List.of();
    }

    /** Scrolls to a field and focuses it; returns whether it is on this page. */
    default boolean jumpTo(String fieldId) {
        return false;
    }
}
