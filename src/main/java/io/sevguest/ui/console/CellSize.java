package io.sevguest.ui.console;

import java.awt.FontMetrics;

/** The size of one character cell in pixels. */
record CellSize(int width, int height, int ascent) {
    static CellSize of(FontMetrics metrics) {
        return new CellSize(
                Math.max(1, metrics.charWidth('M')), metrics.getHeight(), metrics.getAscent());
    }
}
