package io.sevguest.ui.console;

import java.util.Arrays;

/** A line of cells, each with a Unicode code point and a style. */
final class Row {
    private final int[] codePoints;
    private final Style[] styles;

    Row(int columns, Style style) {
        codePoints = new int[columns];
        styles = new Style[columns];
        erase(0, columns, style);
    }

    private Row(Row other) {
        codePoints = other.codePoints.clone();
        styles = other.styles.clone();
    }

    Row copy() {
        return new Row(this);
    }

    int columns() {
        return codePoints.length;
    }

    int codePoint(int column) {
        return codePoints[column];
    }

    Style style(int column) {
        return styles[column];
    }

    void set(int column, int codePoint, Style style) {
        codePoints[column] = codePoint;
        styles[column] = style;
    }

    /** Blanks the cells from {@code start} (inclusive) to {@code end} (exclusive). */
    void erase(int start, int end, Style style) {
        Arrays.fill(codePoints, start, end, ' ');
        Arrays.fill(styles, start, end, style);
    }

    /** Moves the cells from a column to the right; cells beyond the line's end are lost. */
    void insert(int column, int count, Style style) {
        int blank = Math.min(count, columns() - column);
        move(column, column + blank, columns() - column - blank);
        erase(column, column + blank, style);
    }

    /** Removes cells; the following ones move to the left and are followed by blanks. */
    void delete(int column, int count, Style style) {
        int gone = Math.min(count, columns() - column);
        move(column + gone, column, columns() - column - gone);
        erase(columns() - gone, columns(), style);
    }

    private void move(int from, int to, int count) {
        System.arraycopy(codePoints, from, codePoints, to, count);
        System.arraycopy(styles, from, styles, to, count);
    }

    /** Returns the text from {@code start} (inclusive) to {@code end} (exclusive). */
    String text(int start, int end) {
        return new String(codePoints, start, Math.max(0, end - start));
    }

    /** Returns the text without trailing blanks. */
    String text() {
        return text(0, columns()).stripTrailing();
    }
}
