package io.sevguest.ui.form;

import java.awt.Component;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableModel;

/** A table to read and to choose one row of; titles stand over the beginning of their columns. */
public final class FactTable extends JTable {
    /**
     * A table of what a model has.
     *
     * @param id the component's name
     * @param title what a screen reader calls it
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

    /** All of a cell's words where the cell has no room for them. */
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
