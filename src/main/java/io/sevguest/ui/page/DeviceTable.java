package io.sevguest.ui.page;

import io.sevguest.domain.device.Devices.Device;
import io.sevguest.domain.device.Disk;
import io.sevguest.domain.device.NetworkInterface;
import io.sevguest.ui.form.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.table.AbstractTableModel;

/** The devices as rows: kind, name and details. */
final class DeviceTable extends AbstractTableModel {
    private static final List<String> COLUMNS = List.of("kind", "name", "details");

    private final transient Texts texts;
    private transient List<Device> devices = List.of();

    DeviceTable(Texts texts) {
        this.texts = texts;
    }

    void show(List<Device> now) {
        devices = List.copyOf(now);
        fireTableDataChanged();
    }

    /** Returns the device of a row; empty if there is no such row. */
    Optional<Device> at(int row) {
        return row < 0 || row >= devices.size() ? Optional.empty() : Optional.of(devices.get(row));
    }

    @Override
    public int getRowCount() {
        return devices.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.get("devices.column." + COLUMNS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        Device device = devices.get(row);
        return switch (device.kind()) {
            case "disk" -> ofDisk(Disk.of(device.element())).get(column);
            case "interface" -> ofInterface(NetworkInterface.of(device.element())).get(column);
            default -> List.of(device.kind(), "", device.summary()).get(column);
        };
    }

    private static List<String> ofDisk(Disk disk) {
        return List.of(
                disk.device(),
                disk.target(),
                joined(
                        disk.source().isEmpty() ? disk.type() : disk.source(),
                        disk.format(),
                        disk.bus(),
                        disk.readonly() ? "read-only" : ""));
    }

    private static List<String> ofInterface(NetworkInterface nic) {
        return List.of("interface", nic.mac(), joined(nic.type(), nic.source(), nic.model()));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
