package io.sevguest.ui.console;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.UIManager;

/** Draws the lines of an image, the selection and the cursor. */
final class TerminalPainter {
    private final AnsiColors colors = new AnsiColors();

    void paint(
            Graphics2D graphics,
            TerminalImage image,
            CellSize cell,
            Optional<Selection> selection,
            boolean focused) {
        Rectangle clip = graphics.getClipBounds();
        graphics.setColor(colors.background(Style.PLAIN));
        graphics.fillRect(clip.x, clip.y, clip.width, clip.height);
        int first = Math.max(0, clip.y / cell.height());
        int end = Math.min(image.lines().size(), (clip.y + clip.height) / cell.height() + 1);
        for (int line = first; line < end; line++) {
            paintLine(graphics, image, cell, line, selection);
        }
        if (image.cursorVisible()) {
            paintCursor(graphics, image, cell, focused);
        }
    }

    private void paintLine(
            Graphics2D graphics,
            TerminalImage image,
            CellSize cell,
            int line,
            Optional<Selection> selection) {
        Row row = image.lines().get(line);
        int start = 0;
        while (start < row.columns()) {
            boolean selected = isSelected(selection, image, line, start);
            int end = start + 1;
            while (end < row.columns()
                    && row.style(end).equals(row.style(start))
                    && isSelected(selection, image, line, end) == selected) {
                end++;
            }
            paintRun(graphics, cell, row, line, start, end, selected);
            start = end;
        }
    }

    private static boolean isSelected(
            Optional<Selection> selection, TerminalImage image, int line, int column) {
        return selection.isPresent() && selection.get().contains(image.firstLine() + line, column);
    }

    private void paintRun(
            Graphics2D graphics,
            CellSize cell,
            Row row,
            int line,
            int start,
            int end,
            boolean selected) {
        Style style = row.style(start);
        int x = start * cell.width();
        int y = line * cell.height();
        int width = (end - start) * cell.width();
        graphics.setColor(
                selected
                        ? UIManager.getColor("TextArea.selectionBackground")
                        : colors.background(style));
        graphics.fillRect(x, y, width, cell.height());
        graphics.setColor(
                selected
                        ? UIManager.getColor("TextArea.selectionForeground")
                        : colors.foreground(style));
        for (int column = start; column < end; column++) {
            if (row.codePoint(column) != ' ') {
                graphics.drawString(
                        row.text(column, column + 1), column * cell.width(), y + cell.ascent());
            }
        }
        if (style.underline()) {
            graphics.drawLine(x, y + cell.ascent() + 1, x + width - 1, y + cell.ascent() + 1);
        }
    }

    private void paintCursor(
            Graphics2D graphics, TerminalImage image, CellSize cell, boolean focused) {
        int x = image.cursorColumn() * cell.width();
        int y = image.cursorLine() * cell.height();
        graphics.setColor(colors.foreground(Style.PLAIN));
        if (focused) {
            graphics.fillRect(x, y, cell.width(), cell.height());
            graphics.setColor(colors.background(Style.PLAIN));
            String under =
                    image.lines()
                            .get(image.cursorLine())
                            .text(image.cursorColumn(), image.cursorColumn() + 1);
            graphics.drawString(under, x, y + cell.ascent());
        } else {
            graphics.drawRect(x, y, cell.width() - 1, cell.height() - 1);
        }
    }
}
