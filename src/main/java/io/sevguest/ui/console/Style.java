package io.sevguest.ui.console;

/**
 * The style of a character.
 *
 * @param foreground {@link #DEFAULT_COLOUR}, a palette index 0 to 255, or {@link #TRUE_COLOUR} with
 *     24 bits of RGB
 * @param background as the foreground
 */
record Style(int foreground, int background, boolean bold, boolean underline, boolean inverse) {
    static final int DEFAULT_COLOUR = -1;
    static final int TRUE_COLOUR = 1 << 24;
    static final Style PLAIN = new Style(DEFAULT_COLOUR, DEFAULT_COLOUR, false, false, false);

    Style withForeground(int color) {
        return new Style(color, background, bold, underline, inverse);
    }

    Style withBackground(int color) {
        return new Style(foreground, color, bold, underline, inverse);
    }

    Style withBold(boolean on) {
        return new Style(foreground, background, on, underline, inverse);
    }

    Style withUnderline(boolean on) {
        return new Style(foreground, background, bold, on, inverse);
    }

    Style withInverse(boolean on) {
        return new Style(foreground, background, bold, underline, on);
    }

    /** Returns the style of an erased cell: only the background is kept. */
    Style erased() {
        return PLAIN.withBackground(background);
    }
}
