package io.sevguest.ui.text;

/**
 * One range of a text replaced by other characters.
 *
 * @param start offset of the range in the text before
 * @param end offset after the range in the text before
 */
public record TextChange(int start, int end, String replacement) {
    /** Returns the smallest change from one text to another; empty if they are equal. */
    public static TextChange between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int prefix = 0;
        while (prefix < shorter && before.charAt(prefix) == after.charAt(prefix)) {
            prefix++;
        }
        int beforeEnd = before.length();
        int afterEnd = after.length();
        while (beforeEnd > prefix
                && afterEnd > prefix
                && before.charAt(beforeEnd - 1) == after.charAt(afterEnd - 1)) {
            beforeEnd--;
            afterEnd--;
        }
        return new TextChange(prefix, beforeEnd, after.substring(prefix, afterEnd));
    }

    public boolean isEmpty() {
        return start == end && replacement.isEmpty();
    }

    public String applyTo(String text) {
        return new StringBuilder(text.length() + replacement.length())
                .append(text, 0, start)
                .append(replacement)
                .append(text, end, text.length())
                .toString();
    }
}
