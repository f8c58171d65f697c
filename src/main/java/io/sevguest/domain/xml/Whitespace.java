package io.sevguest.domain.xml;

import io.sevguest.bytes.XmlSpace;

/** The white space around the markup of a text. */
public final class Whitespace {
    private Whitespace() {}

    /** Returns whether there is only white space between two offsets. */
    public static boolean isBlank(String text, int start, int end) {
        return endAfter(text, start) >= end;
    }

    static boolean is(char c) {
        return XmlSpace.is(c);
    }

    /** Returns the offset at which the white space before another offset begins. */
    public static int startBefore(String text, int offset) {
        int start = offset;
        while (start > 0 && is(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    public static int endAfter(String text, int offset) {
        int end = offset;
        while (end < text.length() && is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the end of the spaces and tabs that begin at an offset. */
    public static int endOfBlanks(String text, int offset) {
        int end = offset;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** Returns whether there are only blanks between the offset and the beginning of its line. */
    public static boolean startsItsLine(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
    }

    /** Returns the blanks before an offset, back to the beginning of its line or other text. */
    public static String indentBefore(String text, int offset) {
        int start = offset;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return startsItsLine(text, offset) ? text.substring(start, offset) : "";
    }
}
