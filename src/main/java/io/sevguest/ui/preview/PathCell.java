package io.sevguest.ui.preview;

import java.awt.Component;
import java.awt.FontMetrics;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * A path in a table; if it is too long, its end is shown, which distinguishes files of one folder.
 */
final class PathCell extends DefaultTableCellRenderer {
    private static final String MORE = "…";

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        String path = String.valueOf(value);
        int margins = getInsets().left + getInsets().right;
        int room = table.getColumnModel().getColumn(column).getWidth() - margins;
        setText(end(path, room, getFontMetrics(getFont())));
        setToolTipText(path);
        return this;
    }

    /** Returns as much of the end of a text as fits a width, with a mark if it is shortened. */
    static String end(String text, int room, FontMetrics metrics) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int from = 1;
        while (from < text.length() && metrics.stringWidth(MORE + text.substring(from)) > room) {
            from++;
        }
        return MORE + text.substring(from);
    }
}
