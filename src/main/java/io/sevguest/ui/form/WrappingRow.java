package io.sevguest.ui.form;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Insets;
import java.util.stream.Stream;
import javax.swing.JPanel;

/**
 * Components side by side; in further lines where there is no room for all of them in one, and cut
 * short where there is none for a single one.
 */
public class WrappingRow extends JPanel {
    private static final int GAP = 6;
    private static final int LEAST = 40;

    public WrappingRow() {
        super(null);
    }

    @Override
    public final void doLayout() {
        place(getWidth(), true);
    }

    @Override
    public final Dimension getPreferredSize() {
        int oneLine = place(Integer.MAX_VALUE, false).width;
        int height = place(getWidth() == 0 ? Integer.MAX_VALUE : getWidth(), false).height;
        return new Dimension(oneLine, height);
    }

    @Override
    public final Dimension getMinimumSize() {
        return new Dimension(UIScale.scale(LEAST), getPreferredSize().height);
    }

    @Override
    public final void setBounds(int x, int y, int width, int height) {
        boolean breaksAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (breaksAnew) {
            revalidate();
        }
    }

    private int tallest() {
        return Stream.of(getComponents())
                .filter(Component::isVisible)
                .mapToInt(part -> part.getPreferredSize().height)
                .max()
                .orElse(0);
    }

    /** Breaks the parts into lines of a width, and says how large all of them are then. */
    private Dimension place(int width, boolean move) {
        Insets insets = getInsets();
        int gap = UIScale.scale(GAP);
        int lineHeight = tallest();
        int x = insets.left;
        int y = insets.top;
        int widest = 0;
        for (Component part : getComponents()) {
            if (!part.isVisible()) {
                continue;
            }
            Dimension size = part.getPreferredSize();
            size.width = Math.min(size.width, width - insets.left - insets.right);
            if (x > insets.left && x + size.width > width - insets.right) {
                x = insets.left;
                y += lineHeight + gap;
            }
            if (move) {
                int above = (lineHeight - size.height) / 2;
                part.setBounds(x, y + above, size.width, size.height);
            }
            widest = Math.max(widest, x + size.width);
            x += size.width + gap;
        }
        return new Dimension(widest + insets.right, y + lineHeight + insets.bottom);
    }
}
