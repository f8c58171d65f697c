package io.sevguest.ui.page;

import io.sevguest.ui.theme.Icons;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An entry in the list of pages.
 *
 * @param id the label is the text {@code page.<id>}
 * @param subjects the ids of its fields, or their prefixes up to a dot
 * @param make creates the page when it is first shown
 */
public record PageEntry(String id, Icons icon, Set<String> subjects, Supplier<Page> make) {
    /**
     * Returns the length of the prefix of a field's id that this page claims; 0 if the field is not
     * on it.
     */
    public int claimOn(String fieldId) {
        return subjects.stream()
                .filter(subject -> (fieldId + ".").startsWith(subject + "."))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
