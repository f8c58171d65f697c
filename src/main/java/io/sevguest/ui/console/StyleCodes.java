package io.sevguest.ui.console;

import java.util.List;

/**
 * Applies the numbers of {@code CSI … m} (SGR) to a style; unknown ones are ignored.
 *
 * <p>Source: ECMA-48 §8.3.117, and ISO 8613-6 for 38 and 48.
 */
final class StyleCodes {
    private StyleCodes() {}

    static Style apply(Style style, List<Integer> codes) {
        if (codes.isEmpty()) {
            return Style.PLAIN;
        }
        Style result = style;
        int at = 0;
        while (at < codes.size()) {
            int code = codes.get(at);
            if (code == 38 || code == 48) {
                int color = color(codes, at + 1);
                if (color != Style.DEFAULT_COLOUR) {
                    result =
                            code == 38
                                    ? result.withForeground(color)
                                    : result.withBackground(color);
                }
                at += colorLength(codes, at + 1);
            } else {
                result = one(result, code);
            }
            at++;
        }
        return result;
    }

    private static Style one(Style style, int code) {
        return switch (code) {
            case 0 -> Style.PLAIN;
            case 1 -> style.withBold(true);
            case 4 -> style.withUnderline(true);
            case 7 -> style.withInverse(true);
            case 22 -> style.withBold(false);
            case 24 -> style.withUnderline(false);
            case 27 -> style.withInverse(false);
            case 39 -> style.withForeground(Style.DEFAULT_COLOUR);
            case 49 -> style.withBackground(Style.DEFAULT_COLOUR);
            default -> paletteColor(style, code);
        };
    }

    private static Style paletteColor(Style style, int code) {
        if (code >= 30 && code <= 37) {
            return style.withForeground(code - 30);
        }
        if (code >= 40 && code <= 47) {
            return style.withBackground(code - 40);
        }
        if (code >= 90 && code <= 97) {
            return style.withForeground(code - 90 + 8);
        }
        if (code >= 100 && code <= 107) {
            return style.withBackground(code - 100 + 8);
        }
        return style;
    }

    private static int color(List<Integer> codes, int at) {
        int kind = at < codes.size() ? codes.get(at) : 0;
        if (kind == 5 && at + 1 < codes.size()) {
            return codes.get(at + 1) & 0xff;
        }
        if (kind == 2 && at + 3 < codes.size()) {
            return Style.TRUE_COLOUR
                    | (codes.get(at + 1) & 0xff) << 16
                    | (codes.get(at + 2) & 0xff) << 8
                    | (codes.get(at + 3) & 0xff);
        }
        return Style.DEFAULT_COLOUR;
    }

    /** Returns the number of parameters that belong to 38 or 48. */
    private static int colorLength(List<Integer> codes, int at) {
        int kind = at < codes.size() ? codes.get(at) : 0;
        return switch (kind) {
            case 5 -> 2;
            case 2 -> 4;
            default -> 0;
        };
    }
}
