package io.sevguest.ui.window;

import io.sevguest.problem.Severity;
import io.sevguest.ui.form.SeverityLook;
import java.awt.Component;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;

/** Draws one page in the list: icon, title, and the dot of its worst finding. */
final class SideBarCell extends JPanel implements ListCellRenderer<PageEntry> {
    private final transient Function<PageEntry, String> title;
    private final transient Function<PageEntry, Optional<Severity>> worst;
    private final JLabel name = new JLabel();
    private final JLabel dot = new JLabel();

    SideBarCell(Function<PageEntry, String> title, Function<PageEntry, Optional<Severity>> worst) {
        super(new MigLayout("insets 7 12 7 10", "[grow,fill]8[16!]", "[16!]"));
        this.title = title;
        this.worst = worst;
        name.setIconTextGap(9);
        setOpaque(false);
        add(name, "wmin 0");
        add(dot);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends PageEntry> list,
            PageEntry entry,
            int index,
            boolean selected,
            boolean focused) {
        name.setText(title.apply(entry));
        name.setIcon(entry.icon().icon());
        name.setFont(list.getFont());
        name.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        Optional<Severity> severity = worst.apply(entry);
        dot.setIcon(severity.map(found -> SeverityLook.of(found).icon().icon()).orElse(null));
        getAccessibleContext()
                .setAccessibleName(
                        title.apply(entry)
                                + severity.map(found -> ", " + found.toText()).orElse(""));
        return this;
    }
}
