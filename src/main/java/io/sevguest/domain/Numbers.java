package io.sevguest.domain;

import java.util.OptionalInt;

/** Decimal numbers as they stand in a domain. */
final class Numbers {
    private static final int MAX_DIGITS = 9;

    private Numbers() {}

    /** A number from 0 to 999,999,999; empty for any other text. */
    static OptionalInt unsigned(String text) {
        String digits = text.strip();
        boolean number =
                !digits.isEmpty()
                        && digits.length() <= MAX_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }
}
