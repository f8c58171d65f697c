package io.sevguest.ui.form;

import io.sevguest.domain.MemorySize;
import io.sevguest.problem.ProblemException;
import java.util.Optional;

/** Amounts of memory as typed. */
final class MemoryText {
    private MemoryText() {}

    /**
     * Returns the amount that was typed: an empty amount for an empty text, and an empty result for
     * an invalid one.
     */
    static Optional<Optional<MemorySize>> parse(String words) {
        if (words.isBlank()) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(MemorySize.parse(words)));
        } catch (ProblemException notYet) {
            return Optional.empty();
        }
    }
}
