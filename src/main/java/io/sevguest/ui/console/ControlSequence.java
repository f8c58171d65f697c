package io.sevguest.ui.console;

import java.util.List;

/**
 * A control sequence {@code CSI … final}.
 *
 * @param marker the private marker, such as {@code ?}; 0 if there is none
 * @param numbers the parameters; an omitted one is 0
 * @param last the final character, which identifies the function
 */
record ControlSequence(char marker, List<Integer> numbers, char last) {
    ControlSequence {
        numbers = List.copyOf(numbers);
    }

    /** Returns a parameter; 0 if it is omitted. */
    int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    /** Returns a parameter that is a count; 1 if it is omitted or 0. */
    int count(int index) {
        return Math.max(1, number(index));
    }
}
