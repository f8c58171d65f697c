package io.sevguest.ui.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The rows on the screen and in the scrollback. */
final class Grid {
    private final int columns;
    private final int scrollbackLimit;
    private final List<Row> rows = new ArrayList<>();
    private final Deque<Row> scrollback = new ArrayDeque<>();
    private long dropped;

    Grid(int rows, int columns, int scrollbackLimit) {
        this.columns = columns;
        this.scrollbackLimit = scrollbackLimit;
        for (int i = 0; i < rows; i++) {
            this.rows.add(new Row(columns, Style.PLAIN));
        }
    }

    int rows() {
        return rows.size();
    }

    int columns() {
        return columns;
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** Returns the number of rows that were dropped from the scrollback. */
    long dropped() {
        return dropped;
    }

    /** Returns a copy of scrollback and screen, oldest first. */
    List<Row> all() {
        List<Row> all = new ArrayList<>(scrollback.size() + rows.size());
        all.addAll(scrollback);
        rows.forEach(row -> all.add(row.copy()));
        return all;
    }

    /**
     * Moves rows {@code top} to {@code bottom} (both inclusive) up; if {@code top} is the screen's
     * first row, that row goes to the scrollback.
     */
    void scrollUp(int top, int bottom, Style blank) {
        Row gone = deleteRow(top, bottom, blank);
        if (top == 0) {
            keep(gone);
        }
    }

    private void keep(Row gone) {
        if (scrollbackLimit > 0) {
            scrollback.addLast(gone);
            if (scrollback.size() > scrollbackLimit) {
                scrollback.removeFirst();
                dropped++;
            }
        }
    }

    /** Clears the screen; its content, down to the last line with text, goes to the scrollback. */
    void clear(Style blank) {
        int last = rows.size();
        while (last > 0 && rows.get(last - 1).text().isEmpty()) {
            last--;
        }
        rows.subList(0, last).forEach(row -> keep(row.copy()));
        erase(0, rows.size(), blank);
    }

    /** Removes a row; the rows below it, down to {@code bottom} (inclusive), move up. */
    Row deleteRow(int top, int bottom, Style blank) {
        Row gone = rows.remove(top);
        rows.add(bottom, new Row(columns, blank));
        return gone;
    }

    /** Moves rows {@code top} to {@code bottom} (both inclusive) down; the last is lost. */
    void scrollDown(int top, int bottom, Style blank) {
        rows.remove(bottom);
        rows.add(top, new Row(columns, blank));
    }

    void erase(int firstRow, int endRow, Style blank) {
        for (int i = firstRow; i < endRow; i++) {
            rows.get(i).erase(0, columns, blank);
        }
    }

    void forgetScrollback() {
        dropped += scrollback.size();
        scrollback.clear();
    }
}
