package io.sevguest.problem;

/** Formats numbers of things for messages. */
public final class Count {
    private Count() {}

    /**
     * Returns a number with its noun, such as {@code 1 byte} or {@code 2,084 bytes}.
     *
     * @param noun the noun in the singular; its plural must end in s
     */
    public static String of(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }
}
