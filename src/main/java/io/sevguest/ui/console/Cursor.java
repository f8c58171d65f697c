package io.sevguest.ui.console;

/**
 * The position of the next character, and its style.
 *
 * @param row from 0
 * @param column from 0
 * @param wrapPending whether the last column was written, so that the next character first begins a
 *     new line
 * @param graphics whether characters are from the DEC line-drawing set
 */
record Cursor(int row, int column, boolean wrapPending, Style style, boolean graphics) {
    static final Cursor HOME = new Cursor(0, 0, false, Style.PLAIN, false);

    Cursor at(int newRow, int newColumn) {
        return new Cursor(newRow, newColumn, false, style, graphics);
    }

    Cursor wrapping() {
        return new Cursor(row, column, true, style, graphics);
    }

    Cursor withStyle(Style newStyle) {
        return new Cursor(row, column, wrapPending, newStyle, graphics);
    }

    Cursor withGraphics(boolean on) {
        return new Cursor(row, column, wrapPending, style, on);
    }
}
