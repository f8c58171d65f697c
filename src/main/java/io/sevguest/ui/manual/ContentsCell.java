package io.sevguest.ui.manual;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.ui.theme.StablePadding;
import java.awt.BorderLayout;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** A page in the table of contents; the first of a chapter is shown below the chapter's title. */
final class ContentsCell implements ListCellRenderer<ManualPage> {
    private final DefaultListCellRenderer title = new DefaultListCellRenderer();
    private final JLabel chapter = new JLabel();
    private final JPanel cell = new JPanel(new BorderLayout());

    ContentsCell() {
        chapter.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        chapter.setBorder(new StablePadding(8, 8, 2, 8));
        cell.setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ManualPage> list,
            ManualPage page,
            int index,
            boolean selected,
            boolean focused) {
        title.getListCellRendererComponent(list, page.title(), index, selected, focused);
        title.setBorder(new StablePadding(2, 20, 2, 8));
        chapter.setText(page.chapter());
        cell.removeAll();
        cell.add(title, BorderLayout.CENTER);
        if (index == 0
                || !list.getModel().getElementAt(index - 1).chapter().equals(page.chapter())) {
            cell.add(chapter, BorderLayout.NORTH);
        }
        cell.getAccessibleContext().setAccessibleName(page.title());
        return cell;
    }
}
