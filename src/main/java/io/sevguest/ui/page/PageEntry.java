package io.sevguest.ui.page;

import io.sevguest.ui.theme.Icons;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One page in the list of pages.
 *
 * @param id its text is {@code page.<id>}
 * @param subjects ids of fields on it, or what they begin with, up to a dot
 * @param make builds the page when it is shown first
 */
public record PageEntry(String id, Icons icon, Set<String> subjects, Supplier<Page> make) {
    /**
     * Returns how many characters of a field's id this page claims; 0 if the field is not on it.
     */
    public int claimOn(String fieldId) {
        return subjects.stream()
                .filter(subject -> (fieldId + ".").startsWith(subject + "."))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
