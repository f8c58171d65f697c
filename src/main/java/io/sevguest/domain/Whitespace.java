package io.sevguest.domain;

/**
 * The white space of XML: space, tab, CR and LF. Java's own strips and tests take others for white
 * space too, such as U+3000, which are text to XML and to libvirt.
 *
 * <p>Source: XML 1.0, production 3, S.
 */
public final class Whitespace {
    private Whitespace() {}

    /** Returns a text without the white space around it. */
    public static String strip(String text) {
        int start = endAfter(text, 0);
        return text.substring(start, Math.max(start, startBefore(text, text.length())));
    }

    /** Whether a text has nothing but white space. */
    public static boolean isBlank(String text) {
        return isBlank(text, 0, text.length());
    }

    /** Whether nothing but white space stands between two offsets. */
    static boolean isBlank(String text, int start, int end) {
        return endAfter(text, start) >= end;
    }

    static boolean is(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Where the white space that ends at an offset begins. */
    static int startBefore(String text, int offset) {
        int start = offset;
        while (start > 0 && is(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static int endAfter(String text, int offset) {
        int end = offset;
        while (end < text.length() && is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns where the spaces and tabs that begin at an offset end. */
    static int endOfBlanks(String text, int offset) {
        int end = offset;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** Whether only blanks stand between the offset and the beginning of its line. */
    static boolean startsItsLine(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
    }

    /** The blanks before an offset up to the beginning of its line or other text. */
    static String indentBefore(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return startsItsLine(text, offset) ? text.substring(start, offset) : "";
    }
}
