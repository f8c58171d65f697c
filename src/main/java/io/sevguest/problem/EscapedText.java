package io.sevguest.problem;

/**
 * Escapes invisible characters, and those that change how others are shown, in texts of users that
 * are part of messages.
 */
public final class EscapedText {
    private static final int MOST_IN_MESSAGE = 80;

    private EscapedText() {}

    /**
     * Returns the text with {@code \t} for a tab and an escape such as {@code \}{@code u200b} for
     * any other invisible character except a line end: control and format characters, unusual
     * spaces and unpaired surrogates. Other text is returned unchanged.
     */
    public static String text(String text) {
        if (text.codePoints().allMatch(EscapedText::isVisible)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> append(c, shown));
        return shown.toString();
    }

    /** Returns the beginning of a text, so that a message never contains a whole file. */
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
