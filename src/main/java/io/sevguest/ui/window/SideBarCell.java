package io.sevguest.ui.window;

import com.formdev.flatlaf.ui.FlatEmptyBorder;
import com.formdev.flatlaf.ui.FlatUIUtils;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.problem.Severity;
import io.sevguest.ui.form.SeverityStyle;
import io.sevguest.ui.page.PageEntry;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.border.Border;

/** Draws one page in the list: icon, title, and the dot of its worst finding. */
final class SideBarCell extends JPanel implements ListCellRenderer<PageEntry> {
    private static final int ARC = 8;
    private static final int GAP = 5;
    private static final Border BESIDE_DOT = new FlatEmptyBorder(0, 6, 0, 12);
    private static final Border BESIDE_ICON = new FlatEmptyBorder(0, 0, 0, 8);
    private static final Border NO_DOT = new FlatEmptyBorder(0, 6, 0, 12 + 16);

    private final transient Function<PageEntry, String> title;
    private final transient Function<PageEntry, Optional<Severity>> worst;
    private final JLabel name = new JLabel();
    private final JLabel dot = new JLabel();
    private Color back;
    private boolean titled = true;

    SideBarCell(Function<PageEntry, String> title, Function<PageEntry, Optional<Severity>> worst) {
        super(new BorderLayout());
        this.title = title;
        this.worst = worst;
        name.setIconTextGap(9);
        name.setBorder(new FlatEmptyBorder(7, 14, 7, 4));
        setOpaque(false);
        add(name);
        add(dot, BorderLayout.EAST);
    }

    /** Sets whether the titles are shown next to the icons. */
    void setTitled(boolean beside) {
        titled = beside;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends PageEntry> list,
            PageEntry entry,
            int index,
            boolean selected,
            boolean focused) {
        name.setText(titled ? title.apply(entry) : "");
        setToolTipText(titled ? null : title.apply(entry));
        name.setIcon(entry.icon().icon());
        name.setFont(list.getFont());
        name.setForeground(list.getForeground());
        back = selected ? Palette.SIDE_SELECTED.color() : null;
        Optional<Severity> severity = worst.apply(entry);
        dot.setIcon(severity.map(found -> SeverityStyle.of(found).icon().icon()).orElse(null));
        dot.setBorder(border(severity.isPresent()));
        getAccessibleContext()
                .setAccessibleName(
                        title.apply(entry)
                                + severity.map(found -> ", " + found.toText()).orElse(""));
        return this;
    }

    private Border border(boolean withDot) {
        if (!titled) {
            return BESIDE_ICON;
        }
        return withDot ? BESIDE_DOT : NO_DOT;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (back != null) {
            Object[] hints = FlatUIUtils.setRenderingHints(graphics);
            graphics.setColor(back);
            int gap = UIScale.scale(GAP);
            int arc = UIScale.scale(ARC);
            graphics.fillRoundRect(gap, 1, getWidth() - 2 * gap, getHeight() - 2, arc, arc);
            FlatUIUtils.resetRenderingHints(graphics, hints);
        }
        super.paintComponent(graphics);
    }
}
