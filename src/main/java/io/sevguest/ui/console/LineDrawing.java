package io.sevguest.ui.console;

/** The DEC special graphics set, which full-screen programs draw their frames with. */
final class LineDrawing {
    private static final int FIRST = '`';

    /** For the characters from {@code `} to {@code ~}. */
    private static final String GLYPHS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private LineDrawing() {}

    static int of(int codePoint) {
        int index = codePoint - FIRST;
        return index >= 0 && index < GLYPHS.length() ? GLYPHS.charAt(index) : codePoint;
    }
}
