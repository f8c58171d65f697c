package io.sevguest.ui.console;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * The colours of a terminal. The first sixteen, foreground and background come from the theme (keys
 * {@code Console.*}), the others are xterm's.
 */
final class AnsiColours {
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
        int colour = style.foreground();
        return style.bold() && colour >= 0 && colour < 8 ? colour + 8 : colour;
    }

    private static Color of(int colour, String defaultKey) {
        if (colour == Style.DEFAULT_COLOUR) {
            return UIManager.getColor(defaultKey);
        }
        if (colour >= Style.TRUE_COLOUR) {
            return new Color(colour & 0xffffff);
        }
        if (colour < CUBE) {
            return UIManager.getColor("Console.ansi" + colour);
        }
        if (colour < GREYS) {
            int index = colour - CUBE;
            return new Color(LEVELS[index / 36], LEVELS[index / 6 % 6], LEVELS[index % 6]);
        }
        int level = 8 + 10 * (colour - GREYS);
        return new Color(level, level, level);
    }
}
