package io.sevguest.ui.console;

import java.util.BitSet;

/**
 * The effect of characters and control functions on a terminal: cursor, scroll region, tab stops
 * and modes over a {@link Grid}. Rows and columns count from 0. Used under {@link Terminal}'s lock.
 */
final class Screen {
    private static final int TAB_WIDTH = 8;

    private final Grid primary;
    private Grid alternate;
    private Grid grid;
    private Cursor cursor = Cursor.HOME;
    private Cursor saved = Cursor.HOME;
    private int top;
    private int bottom;
    private boolean autoWrap = true;
    private boolean inserting;
    private boolean originMode;
    private boolean cursorVisible = true;
    private boolean applicationKeys;
    private final BitSet tabStops = new BitSet();

    Screen(int rows, int columns, int scrollbackLimit) {
        primary = new Grid(rows, columns, scrollbackLimit);
        grid = primary;
        bottom = rows - 1;
        for (int column = TAB_WIDTH; column < columns; column += TAB_WIDTH) {
            tabStops.set(column);
        }
    }

    Grid grid() {
        return grid;
    }

    Cursor cursor() {
        return cursor;
    }

    boolean cursorVisible() {
        return cursorVisible;
    }

    boolean applicationKeys() {
        return applicationKeys;
    }

    void print(int codePoint) {
        if (cursor.wrapPending()) {
            moveTo(cursor.row(), 0);
            lineFeed();
        }
        Row row = grid.row(cursor.row());
        if (inserting) {
            row.insert(cursor.column(), 1, cursor.style());
        }
        row.set(
                cursor.column(),
                cursor.graphics() ? LineDrawing.of(codePoint) : codePoint,
                cursor.style());
        if (cursor.column() + 1 < grid.columns()) {
            cursor = cursor.at(cursor.row(), cursor.column() + 1);
        } else if (autoWrap) {
            cursor = cursor.wrapping();
        }
    }

    void lineFeed() {
        if (cursor.row() == bottom) {
            grid.scrollUp(top, bottom, blank());
            cursor = cursor.at(cursor.row(), cursor.column());
        } else {
            moveTo(cursor.row() + 1, cursor.column());
        }
    }

    void reverseLineFeed() {
        if (cursor.row() == top) {
            grid.scrollDown(top, bottom, blank());
        } else {
            moveTo(cursor.row() - 1, cursor.column());
        }
    }

    /** Moves the cursor; positions outside of the screen are moved to its edge. */
    void moveTo(int row, int column) {
        cursor = cursor.at(clamp(row, grid.rows()), clamp(column, grid.columns()));
    }

    /**
     * Moves the cursor to a position, which in origin mode is relative to the scroll region's
     * start.
     */
    void address(int row, int column) {
        if (originMode) {
            moveTo(Math.min(top + row, bottom), column);
        } else {
            moveTo(row, column);
        }
    }

    void tab() {
        int next = tabStops.nextSetBit(cursor.column() + 1);
        moveTo(cursor.row(), next < 0 ? grid.columns() - 1 : next);
    }

    void backTab() {
        moveTo(cursor.row(), Math.max(0, tabStops.previousSetBit(cursor.column() - 1)));
    }

    void setTabStop() {
        tabStops.set(cursor.column());
    }

    void clearTabStop() {
        tabStops.clear(cursor.column());
    }

    void clearTabStops() {
        tabStops.clear();
    }

    /** Erases in the cursor's line: 0 from the cursor, 1 up to it, 2 all. */
    void eraseInLine(int part) {
        Row row = grid.row(cursor.row());
        switch (part) {
            case 0 -> row.erase(cursor.column(), grid.columns(), blank());
            case 1 -> row.erase(0, cursor.column() + 1, blank());
            case 2 -> row.erase(0, grid.columns(), blank());
            default -> { // other values do not exist
            }
        }
    }

    /** Erases on the screen: 0 from the cursor, 1 up to it, 2 all, 3 the scrollback. */
    void eraseInDisplay(int part) {
        switch (part) {
            case 0 -> {
                eraseInLine(0);
                grid.erase(cursor.row() + 1, grid.rows(), blank());
            }
            case 1 -> {
                grid.erase(0, cursor.row(), blank());
                eraseInLine(1);
            }
            case 2 -> grid.clear(blank());
            case 3 -> grid.forgetScrollback();
            default -> { // other values do not exist
            }
        }
    }

    void eraseCharacters(int count) {
        int end = Math.min(grid.columns(), cursor.column() + count);
        grid.row(cursor.row()).erase(cursor.column(), end, blank());
    }

    void insertCharacters(int count) {
        grid.row(cursor.row()).insert(cursor.column(), count, blank());
    }

    void deleteCharacters(int count) {
        grid.row(cursor.row()).delete(cursor.column(), count, blank());
    }

    void insertLines(int count) {
        if (cursor.row() >= top && cursor.row() <= bottom) {
            for (int i = 0; i < Math.min(count, grid.rows()); i++) {
                grid.scrollDown(cursor.row(), bottom, blank());
            }
        }
    }

    void deleteLines(int count) {
        if (cursor.row() >= top && cursor.row() <= bottom) {
            for (int i = 0; i < Math.min(count, grid.rows()); i++) {
                grid.deleteRow(cursor.row(), bottom, blank());
            }
        }
    }

    void scrollUp(int count) {
        for (int i = 0; i < Math.min(count, grid.rows()); i++) {
            grid.scrollUp(top, bottom, blank());
        }
    }

    void scrollDown(int count) {
        for (int i = 0; i < Math.min(count, grid.rows()); i++) {
            grid.scrollDown(top, bottom, blank());
        }
    }

    /** Sets the scroll region, both rows inclusive; a region of fewer than two rows is ignored. */
    void setScrollRegion(int first, int last) {
        int end = Math.min(last, grid.rows() - 1);
        if (first < end) {
            top = first;
            bottom = end;
            address(0, 0);
        }
    }

    void saveCursor() {
        saved = cursor;
    }

    void restoreCursor() {
        cursor = saved;
    }

    void setStyle(Style style) {
        cursor = cursor.withStyle(style);
    }

    void setGraphics(boolean on) {
        cursor = cursor.withGraphics(on);
    }

    void setAutoWrap(boolean on) {
        autoWrap = on;
    }

    void setInserting(boolean on) {
        inserting = on;
    }

    void setOriginMode(boolean on) {
        originMode = on;
        address(0, 0);
    }

    void setCursorVisible(boolean on) {
        cursorVisible = on;
    }

    void setApplicationKeys(boolean on) {
        applicationKeys = on;
    }

    /**
     * Shows the alternate screen, which has no scrollback, or the main screen again with its
     * content.
     */
    void setAlternate(boolean on) {
        if (on && grid == primary) {
            alternate = new Grid(primary.rows(), primary.columns(), 0);
            grid = alternate;
        } else if (!on) {
            grid = primary;
        }
    }

    /** Resets the screen to its initial state; the scrollback is kept. */
    void reset() {
        grid = primary;
        cursor = Cursor.HOME;
        saved = Cursor.HOME;
        top = 0;
        bottom = grid.rows() - 1;
        autoWrap = true;
        inserting = false;
        originMode = false;
        cursorVisible = true;
        applicationKeys = false;
        grid.erase(0, grid.rows(), Style.PLAIN);
    }

    private Style blank() {
        return cursor.style().erased();
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(value, count - 1));
    }
}
