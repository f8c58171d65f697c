package io.sevguest.ui.form.layout;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JSeparator;

/**
 * Places components side by side; in further lines where there is no room for all of them in one,
 * and cut short where there is none for a single one. A separator at an edge of a line is left out.
 */
public final class WrappingLayout implements LayoutManager {
    private static final int LEAST = 40;

    private final int gap;
    private final Optional<Component> last;

    /**
     * @param gap between components, in pixels at a zoom of 100 percent
     */
    public WrappingLayout(int gap) {
        this(gap, Optional.empty());
    }

    /**
     * Makes a layout with a component that takes the rest of the last line, however little that is.
     *
     * @param last the component that was added last
     */
    public WrappingLayout(int gap, Component last) {
        this(gap, Optional.of(last));
    }

    private WrappingLayout(int gap, Optional<Component> last) {
        this.gap = gap;
        this.last = last;
    }

    @Override
    public void addLayoutComponent(String name, Component part) {
        // the container knows its parts
    }

    @Override
    public void removeLayoutComponent(Component part) {
        // the container knows its parts
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        int width = parent.getWidth() == 0 ? Integer.MAX_VALUE : parent.getWidth();
        int oneLine = place(parent, Integer.MAX_VALUE, false).width;
        return new Dimension(oneLine, place(parent, width, false).height);
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(UIScale.scale(LEAST), preferredLayoutSize(parent).height);
    }

    @Override
    public void layoutContainer(Container parent) {
        place(parent, parent.getWidth(), true);
    }

    /** Breaks the parts into lines of a width, and returns how large all of them are then. */
    private Dimension place(Container parent, int width, boolean move) {
        Insets insets = parent.getInsets();
        List<Component> parts =
                Stream.of(parent.getComponents()).filter(Component::isVisible).toList();
        int height =
                parts.stream().mapToInt(part -> part.getPreferredSize().height).max().orElse(0);
        var line = new Rectangle(insets.left, insets.top, width - insets.right, height);
        line.width -= insets.left;
        int widest = 0;
        for (List<Component> together : lines(parts, line.width)) {
            widest = Math.max(widest, placeLine(together, line, move));
            line.y += height + UIScale.scale(gap);
        }
        int bottom = parts.isEmpty() ? line.y : line.y - UIScale.scale(gap);
        return new Dimension(insets.left + widest + insets.right, bottom + insets.bottom);
    }

    private List<List<Component>> lines(List<Component> parts, int room) {
        List<List<Component>> lines = new ArrayList<>();
        int used = 0;
        for (Component part : parts) {
            int width = part.getPreferredSize().width;
            if (lines.isEmpty() || (used + width > room && !isLast(part))) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(part);
            used += width + UIScale.scale(gap);
        }
        return lines;
    }

    /** Places the parts of one line if they are to move, and returns how wide they are together. */
    private int placeLine(List<Component> parts, Rectangle line, boolean move) {
        int x = 0;
        int end = 0;
        for (Component part : parts) {
            Dimension size = part.getPreferredSize();
            end = x + Math.min(size.width, Math.max(0, line.width - x));
            if (move) {
                part.setBounds(bounds(part, parts, line, x));
            }
            x += size.width + UIScale.scale(gap);
        }
        return end;
    }

    private Rectangle bounds(Component part, List<Component> parts, Rectangle line, int x) {
        Dimension size = part.getPreferredSize();
        boolean atEdge = part == parts.get(0) || part == parts.get(parts.size() - 1);
        if (part instanceof JSeparator) {
            return new Rectangle(line.x + x, line.y, atEdge ? 0 : size.width, line.height);
        }
        int room = Math.max(0, line.width - x);
        int width = isLast(part) ? room : Math.min(size.width, room);
        int above = (line.height - size.height) / 2;
        return new Rectangle(line.x + x, line.y + above, width, size.height);
    }

    private boolean isLast(Component part) {
        return last.filter(part::equals).isPresent();
    }
}
