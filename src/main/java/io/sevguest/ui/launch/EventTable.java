package io.sevguest.ui.launch;

import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.ui.form.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The events that QEMU reported, in the order of time. */
final class EventTable extends AbstractTableModel {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final transient List<QmpEvent> events = new ArrayList<>();
    private final transient List<String> columns;

    EventTable(Texts texts) {
        columns =
                List.of(
                        texts.get("launch.events.time"),
                        texts.get("launch.events.event"),
                        texts.get("launch.events.reason"),
                        texts.get("launch.events.data"));
    }

    void add(QmpEvent event) {
        events.add(event);
        fireTableRowsInserted(events.size() - 1, events.size() - 1);
    }

    void clear() {
        events.clear();
        fireTableDataChanged();
    }

    @Override
    public int getRowCount() {
        return events.size();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnName(int column) {
        return columns.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        QmpEvent event = events.get(row);
        return switch (column) {
            case 0 -> TIME.format(event.time());
            case 1 -> event.name();
            case 2 -> event.reason();
            default -> event.data();
        };
    }
}
