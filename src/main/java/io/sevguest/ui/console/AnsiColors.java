package io.sevguest.ui.console;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * The colors of a terminal. The first sixteen, foreground and background come from the theme (keys
 * {@code Console.*}), the others are xterm's.
 */
final class AnsiColors {
    private static final int CUBE = 16;
    private static final int GREYS = 232;
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    Color foreground(Style style) {
        return style.inverse()
                ? of(style.background(), "Console.background")
                : of(brightIfBold(style), "Console.foreground");
    }

    Color background(Style style) {
        return style.inverse()
                ? of(style.foreground(), "Console.foreground")
                : of(style.background(), "Console.background");
    }

    private static int brightIfBold(Style style) {
        int color = style.foreground();
        return style.bold() && color >= 0 && color < 8 ? color + 8 : color;
    }

    private static Color of(int color, String defaultKey) {
        if (color == Style.DEFAULT_COLOUR) {
            return UIManager.getColor(defaultKey);
        }
        if (color >= Style.TRUE_COLOUR) {
            return new Color(color & 0xffffff);
        }
        if (color < CUBE) {
            return UIManager.getColor("Console.ansi" + color);
        }
        if (color < GREYS) {
            int index = color - CUBE;
            return new Color(LEVELS[index / 36], LEVELS[index / 6 % 6], LEVELS[index % 6]);
        }
        int level = 8 + 10 * (color - GREYS);
        return new Color(level, level, level);
    }
}
