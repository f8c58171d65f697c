package io.sevguest.ui.page;

import io.sevguest.ui.guest.GuestAnalysis;
import java.util.List;
import javax.swing.JComponent;

/** One page of the window; without fields of the guest unless it says otherwise. */
public interface Page {
    JComponent component();

    /** Shows the findings beside their fields. */
    default void show(GuestAnalysis derived) {}

    /** Closes what belongs to it outside of the window, which is being closed. */
    default void close() {}

    /** The ids of the fields on it, for the search. */
    default List<String> fieldIds() {
        return List.of();
    }

    /** Scrolls to a field and focuses it; says whether it is here. */
    default boolean jumpTo(String fieldId) {
        return false;
    }
}
