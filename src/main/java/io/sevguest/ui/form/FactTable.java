package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableModel;

/**
 * A read-only table in which one row can be selected; its column titles are aligned with the start
 * of the columns.
 */
public final class FactTable extends JTable {
    /**
     * Creates a table of a model.
     *
     * @param id the component's name
     * @param title its name for screen readers
     */
    public FactTable(String id, String title, TableModel model) {
        super(model);
        setName(id);
        getAccessibleContext().setAccessibleName(title);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        if (getTableHeader().getDefaultRenderer() instanceof JLabel titles) {
            titles.setHorizontalAlignment(JLabel.LEADING);
        }
    }

    /** Returns the whole text of a cell if it does not fit. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        return row >= 0 && column >= 0 && isCut(row, column)
                ? String.valueOf(getValueAt(row, column))
                : super.getToolTipText(event);
    }

    private boolean isCut(int row, int column) {
        Component cell = prepareRenderer(getCellRenderer(row, column), row, column);
        return cell.getPreferredSize().width > getCellRect(row, column, false).width;
    }
}
