package io.sevguest.ui.page;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.device.Devices;
import io.sevguest.domain.device.Disk;
import io.sevguest.domain.device.Disks;
import io.sevguest.domain.device.NetworkInterface;
import io.sevguest.domain.device.NetworkInterfaces;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.FactTable;
import io.sevguest.ui.form.FileQuestion;
import io.sevguest.ui.form.FormPage;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;

/**
 * All devices in a table. Disks, cdroms and interfaces can be added, changed and removed; the
 * others are listed.
 */
public final class DevicesPage extends FormPage implements Page {
    private final transient FileQuestion files;
    private final transient DeviceTable rows;
    private final JTable table;
    private final JButton remove;
    private final transient EnablementReason canRemove;
    private final transient EnablementReason canChange;

    public DevicesPage(GuestModel guest, FieldFocus focus, Texts texts, FileQuestion files) {
        super(guest, focus, texts);
        this.files = files;
        rows = new DeviceTable(texts);
        table = new FactTable("devices.table.rows", texts.get("devices.section.all"), rows);
        remove = button("devices.remove", this::removeSelected);
        JButton source = button("devices.source", this::changeSource);
        canRemove = new EnablementReason(remove);
        canChange = new EnablementReason(source);
        section("devices.section.all");
        wide(addButtons());
        wideRow("devices.table", table(), this::showDevices);
        wide(buttonsOf(source, remove));
        fill();
    }

    private JPanel addButtons() {
        return buttonsOf(
                button(
                        "devices.addDisk",
                        () -> ask("disk", path -> edit("devices.addDisk", disk(path)))),
                button(
                        "devices.addCdrom",
                        () -> ask("cdrom", path -> edit("devices.addCdrom", cdrom(path)))),
                button(
                        "devices.addInterface",
                        () ->
                                edit(
                                        "devices.addInterface",
                                        domain -> NetworkInterfaces.with(domain, "user", ""))));
    }

    private static JPanel buttonsOf(JButton... buttons) {
        var row = new WrappingRow();
        for (JButton button : buttons) {
            row.add(button);
        }
        return row;
    }

    private static UnaryOperator<DomainXml> disk(Path path) {
        return domain -> Disks.withDisk(domain, path.toString());
    }

    private static UnaryOperator<DomainXml> cdrom(Path path) {
        return domain -> Disks.withCdrom(domain, path.toString());
    }

    private JScrollPane table() {
        table.getColumnModel().getColumn(0).setPreferredWidth(UIScale.scale(130));
        table.getColumnModel().getColumn(1).setPreferredWidth(UIScale.scale(110));
        table.getColumnModel().getColumn(2).setPreferredWidth(UIScale.scale(300));
        table.getSelectionModel().addListSelectionListener(event -> showButtons());
        table.registerKeyboardAction(
                event -> remove.doClick(), KeyStroke.getKeyStroke("DELETE"), WHEN_FOCUSED);
        return new JScrollPane(table);
    }

    private JButton button(String id, Runnable handler) {
        var button = new JButton();
        texts().caption(id).show(button);
        button.setName(id);
        button.addActionListener(event -> handler.run());
        return button;
    }

    private void ask(String kind, Consumer<Path> then) {
        files.ask(kind, then);
    }

    private void edit(String label, UnaryOperator<DomainXml> change) {
        guest().endStep();
        guest().edit(label, change);
        guest().endStep();
    }

    private void showDevices(DomainXml domain) {
        int selected = table.getSelectedRow();
        rows.show(Devices.of(domain));
        if (selected >= 0 && selected < rows.getRowCount()) {
            table.setRowSelectionInterval(selected, selected);
        }
        showButtons();
    }

    private void showButtons() {
        Optional<Devices.Device> device = selected();
        boolean disk = device.filter(one -> one.kind().equals("disk")).isPresent();
        boolean nic = device.filter(one -> one.kind().equals("interface")).isPresent();
        canRemove.set(disk || nic, texts().get("devices.remove.off"));
        canChange.set(disk, texts().get("devices.source.off"));
    }

    private Optional<Devices.Device> selected() {
        return rows.at(table.getSelectedRow());
    }

    private void removeSelected() {
        selected()
                .ifPresent(
                        device ->
                                edit(
                                        "devices.remove",
                                        domain ->
                                                device.kind().equals("disk")
                                                        ? Disks.without(
                                                                domain, Disk.of(device.element()))
                                                        : NetworkInterfaces.without(
                                                                domain,
                                                                NetworkInterface.of(
                                                                        device.element()))));
    }

    private void changeSource() {
        selected()
                .map(device -> Disk.of(device.element()))
                .ifPresent(
                        disk ->
                                ask(
                                        "disk",
                                        path ->
                                                edit(
                                                        "devices.source",
                                                        domain ->
                                                                Disks.withSource(
                                                                        domain,
                                                                        disk,
                                                                        path.toString()))));
    }
}
