package io.sevguest.ui.page;

import io.sevguest.ui.guest.Derived;
import java.util.List;
import javax.swing.JComponent;

/** One page of the window. */
public interface Page {
    JComponent component();

    /** Shows the findings beside their fields. */
    void show(Derived derived);

    /** The ids of the fields on it, for the search. */
    List<String> fieldIds();

    /** Scrolls to a field and focuses it; says whether it is here. */
    boolean jumpTo(String fieldId);
}
