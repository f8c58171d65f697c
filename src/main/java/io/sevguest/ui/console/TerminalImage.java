package io.sevguest.ui.console;

import java.util.List;

/**
 * The content of a terminal at one moment.
 *
 * @param lines scrollback and screen, oldest first
 * @param firstLine the number of older lines that were dropped
 * @param screenStart index in {@code lines} of the screen's first line
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

    /** Returns the whole content as text, without trailing blanks and trailing empty lines. */
    String text() {
        var text = new StringBuilder();
        for (Row line : lines) {
            text.append(line.text()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
