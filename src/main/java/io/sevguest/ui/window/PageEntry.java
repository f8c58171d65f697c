package io.sevguest.ui.window;

import io.sevguest.ui.page.Page;
import io.sevguest.ui.theme.Icons;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One page in the list of pages.
 *
 * @param id its text is {@code page.<id>}
 * @param subjects first parts of the ids of the fields on it, by which findings are counted for it
 * @param make builds the page when it is shown first
 */
record PageEntry(String id, Icons icon, Set<String> subjects, Supplier<Page> make) {
    /** Whether a field, or a finding about it, belongs to this page. */
    boolean isAbout(String fieldId) {
        int dot = fieldId.indexOf('.');
        return subjects.contains(dot < 0 ? fieldId : fieldId.substring(0, dot));
    }
}
