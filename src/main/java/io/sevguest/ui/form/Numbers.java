package io.sevguest.ui.form;

import java.util.Optional;
import java.util.OptionalInt;

/** Whole numbers as typed. */
final class Numbers {
    private Numbers() {}

    static String toText(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /** The number typed; nothing typed is no number, and what is none at all gives nothing. */
    static Optional<OptionalInt> parse(String words) {
        String stripped = words.strip();
        if (stripped.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        return stripped.matches("[0-9]{1,9}")
                ? Optional.of(OptionalInt.of(Integer.parseInt(stripped)))
                : Optional.empty();
    }
}
