package io.sevguest.problem;

/**
 * Texts of users inside messages: characters that cannot be seen, or that change how others are
 * seen, are written out.
 */
public final class EscapedText {
    private static final int MOST_IN_MESSAGE = 80;

    private EscapedText() {}

    /**
     * The text with {@code \t} for a tab and {@code \}{@code u200b} for any other character that is
     * no line end and cannot be seen: controls, formats, blanks other than the usual one, halves of
     * pairs. Text without any comes back as it is.
     */
    public static String text(String text) {
        if (text.codePoints().allMatch(EscapedText::isVisible)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> append(c, shown));
        return shown.toString();
    }

    /** The beginning of a text for a message, which a whole file may not become. */
    public static String excerpt(String text) {
        return text.length() <= MOST_IN_MESSAGE ? text : text.substring(0, MOST_IN_MESSAGE) + "…";
    }

    private static void append(int c, StringBuilder shown) {
        if (isVisible(c)) {
            shown.appendCodePoint(c);
        } else if (c == '\t') {
            shown.append("\\t");
        } else {
            shown.append((Character.isBmpCodePoint(c) ? "\\u%04x" : "\\u{%x}").formatted(c));
        }
    }

    private static boolean isVisible(int c) {
        return c == ' '
                || c == '\n'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR,
                            Character.SURROGATE ->
                            false;
                    default -> true;
                };
    }
}
