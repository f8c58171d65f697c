package io.sevguest.ui.window;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.problem.Severity;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.page.PageEntry;
import io.sevguest.ui.theme.Palette;
import io.sevguest.ui.theme.StablePadding;
import java.awt.event.HierarchyBoundsAdapter;
import java.awt.event.HierarchyEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/** The list of pages, with a dot for the worst finding of each. */
final class SideBar {
    /** The width, in pixels at 100 percent, below which only the icons are shown. */
    private static final int NARROW_WINDOW = 760;

    private static final int ICONS_ALONE = 58;
    private static final int AS_WIDE_AS_TITLES = -1;

    private final JList<PageEntry> component;
    private final SideBarCell cell = new SideBarCell(this::title, this::worstOf);
    private final Map<PageEntry, Severity> worst = new HashMap<>();
    private final Texts texts;

    SideBar(List<PageEntry> entries, Texts texts, Consumer<PageEntry> chosen) {
        this.texts = texts;
        component =
                new JList<>(entries.toArray(PageEntry[]::new)) {
                    @Override
                    public void updateUI() {
                        super.updateUI();
                        setBackground(Palette.SIDE.color());
                    }
                };
        component.setName("pages");
        component.getAccessibleContext().setAccessibleName(texts.get("window.pages"));
        component.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        component.setCellRenderer(cell);
        component.setBorder(new StablePadding(8, 0, 0, 0));
        component.setSelectedIndex(0);
        component.addListSelectionListener(
                event -> {
                    PageEntry entry = component.getSelectedValue();
                    if (entry != null && !event.getValueIsAdjusting()) {
                        chosen.accept(entry);
                    }
                });
    }

    /** Returns the list in a scroll pane. */
    JScrollPane scroll() {
        var scroll = new JScrollPane(component);
        scroll.setBorder(
                BorderFactory
                        .createEmptyBorder()); // a change of the theme would replace no instance
        scroll.addHierarchyBoundsListener(
                new HierarchyBoundsAdapter() {
                    @Override
                    public void ancestorResized(HierarchyEvent event) {
                        fit();
                    }
                });
        return scroll;
    }

    /** Shows the titles if the window is wide enough; otherwise they are tool tips. */
    void fit() {
        int width = SwingUtilities.getRoot(component).getWidth();
        boolean narrow = width < UIScale.scale(NARROW_WINDOW);
        cell.setTitled(!narrow);
        component.setFixedCellWidth(narrow ? UIScale.scale(ICONS_ALONE) : AS_WIDE_AS_TITLES);
    }

    /** Focuses the list, where keyboard navigation of the window begins. */
    void focus() {
        component.requestFocusInWindow();
    }

    PageEntry selected() {
        return component.getSelectedValue();
    }

    void select(PageEntry entry) {
        component.setSelectedValue(entry, true);
    }

    private String title(PageEntry entry) {
        return texts.get("page." + entry.id());
    }

    private Optional<Severity> worstOf(PageEntry entry) {
        return Optional.ofNullable(worst.get(entry));
    }

    /** Shows the worst finding of each page. */
    void show(Map<PageEntry, Severity> worstOfPages) {
        worst.clear();
        worst.putAll(worstOfPages);
        component.repaint();
    }
}
