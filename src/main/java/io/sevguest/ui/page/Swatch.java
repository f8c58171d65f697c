package io.sevguest.ui.page;

import com.formdev.flatlaf.ui.FlatUIUtils;
import com.formdev.flatlaf.util.UIScale;
import io.sevguest.ui.theme.Palette;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;

/** A small colored square for a legend. */
record Swatch(Palette color) implements Icon {
    private static final int SIZE = 10;
    private static final int ARC = 3;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Object[] hints = FlatUIUtils.setRenderingHints(graphics);
        graphics.setColor(color.color());
        int arc = UIScale.scale(ARC);
        graphics.fillRoundRect(x, y, getIconWidth(), getIconHeight(), arc, arc);
        FlatUIUtils.resetRenderingHints(graphics, hints);
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE);
    }
}
