package io.sevguest.ui.console;

/** The DEC special graphics set, with which full-screen programs draw frames. */
final class LineDrawing {
    private static final int FIRST = '`';

    /** The glyphs for the characters from {@code `} to {@code ~}. */
    private static final String GLYPHS = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private LineDrawing() {}

    static int of(int codePoint) {
        int index = codePoint - FIRST;
        return index >= 0 && index < GLYPHS.length() ? GLYPHS.charAt(index) : codePoint;
    }
}
