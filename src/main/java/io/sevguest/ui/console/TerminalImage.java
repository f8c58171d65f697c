package io.sevguest.ui.console;

import java.util.List;

/**
 * The picture that a terminal showed at one moment.
 *
 * @param lines scrollback and screen, oldest first
 * @param firstLine how many lines were there before the first of these and are gone
 * @param screenStart index in {@code lines} of the screen's first
 * @param cursorLine index in {@code lines}
 */
record TerminalImage(
        List<Row> lines,
        long firstLine,
        int screenStart,
        int cursorLine,
        int cursorColumn,
        boolean cursorVisible) {
    TerminalImage {
        lines = List.copyOf(lines);
    }

    /** Everything as text, without blanks at the ends of lines and empty lines at the end. */
    String text() {
        var text = new StringBuilder();
        for (Row line : lines) {
            text.append(line.text()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
