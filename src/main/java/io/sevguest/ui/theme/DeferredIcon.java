package io.sevguest.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Window;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.UIManager;

/**
 * An icon that can stay blank until the first window is painted: reading the first SVG takes longer
 * than everything else in a window. Used on the event thread.
 */
final class DeferredIcon implements Icon, FlatLaf.DisabledIconProvider {
    private static final int SIZE = 16;
    private static final String HELD = "Sevguest.iconsHeld";

    private final Supplier<FlatSVGIcon> make;
    private Optional<FlatSVGIcon> drawing = Optional.empty();

    /**
     * Creates an icon.
     *
     * @param make loads the drawing when the icon is first painted
     */
    DeferredIcon(Supplier<FlatSVGIcon> make) {
        this.make = make;
    }

    private FlatSVGIcon drawing() {
        FlatSVGIcon made = drawing.orElseGet(make);
        drawing = Optional.of(made);
        return made;
    }

    /** Leaves all icons blank until {@link #release}. */
    static void hold() {
        UIManager.put(HELD, true);
    }

    /** Draws all icons from now on. */
    static void release() {
        UIManager.put(HELD, null);
        for (Window window : Window.getWindows()) {
            window.repaint();
        }
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        if (!UIManager.getBoolean(HELD)) {
            drawing().paintIcon(component, graphics, x, y);
        }
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE);
    }

    @Override
    public Icon getDisabledIcon() {
        return new DeferredIcon(() -> (FlatSVGIcon) drawing().getDisabledIcon());
    }
}
