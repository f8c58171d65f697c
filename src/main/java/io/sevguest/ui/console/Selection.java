package io.sevguest.ui.console;

/**
 * A range of text from {@code start} (inclusive) to {@code end} (exclusive); lines count from the
 * first one of the terminal, so that the selection keeps its text while lines scroll.
 */
record Selection(Place start, Place end) {
    /** The left edge of a cell. */
    record Place(long line, int column) {
        boolean isBefore(Place other) {
            return line < other.line || (line == other.line && column < other.column);
        }
    }

    static Selection between(Place anchor, Place focus) {
        return focus.isBefore(anchor) ? new Selection(focus, anchor) : new Selection(anchor, focus);
    }

    boolean contains(long line, int column) {
        var place = new Place(line, column);
        return !place.isBefore(start) && place.isBefore(end);
    }

    /**
     * Returns the selected text of an image, with lines joined by newlines and without trailing
     * blanks.
     */
    String text(TerminalImage image) {
        var text = new StringBuilder();
        for (long line = start.line(); line <= end.line(); line++) {
            int index = (int) (line - image.firstLine());
            if (index >= 0 && index < image.lines().size()) {
                if (!text.isEmpty()) {
                    text.append('\n');
                }
                text.append(part(image.lines().get(index), line));
            }
        }
        return text.toString();
    }

    private String part(Row row, long line) {
        int from = line == start.line() ? start.column() : 0;
        boolean last = line == end.line();
        String part = row.text(from, last ? end.column() : row.columns());
        return last ? part : part.stripTrailing();
    }
}
