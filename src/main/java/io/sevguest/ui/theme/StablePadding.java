package io.sevguest.ui.theme;

import com.formdev.flatlaf.ui.FlatEmptyBorder;
import javax.swing.border.CompoundBorder;

/**
 * The padding of a component, in pixels at 100 percent, that survives a change of the theme; a
 * border from the look and feel would be removed.
 */
public final class StablePadding extends CompoundBorder {
    public StablePadding(int top, int left, int bottom, int right) {
        super(new FlatEmptyBorder(top, left, bottom, right), null);
    }
}
