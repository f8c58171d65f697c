package io.sevguest.domain.xml;

/**
 * A line and a column in a text.
 *
 * @param line from 1
 * @param column from 1, in characters (UTF-16 units)
 */
public record TextPosition(int line, int column) {
    /** Returns the position of a character offset; lines end with LF, CRLF or a CR alone. */
    public static TextPosition of(String text, int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n'
                    || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                start = i + 1;
            }
        }
        return new TextPosition(line, offset - start + 1);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
