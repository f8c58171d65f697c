package io.sevguest.ui.console;

import java.util.List;

/**
 * A sequence {@code CSI … final}.
 *
 * @param marker the private marker, such as {@code ?}; 0 where there is none
 * @param numbers the parameters; one left out is 0
 * @param last the final character, which names the function
 */
record ControlSequence(char marker, List<Integer> numbers, char last) {
    ControlSequence {
        numbers = List.copyOf(numbers);
    }

    /** A parameter, 0 where it is left out. */
    int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    /** A parameter that counts: left out or 0 means 1. */
    int count(int index) {
        return Math.max(1, number(index));
    }
}
