package io.sevguest.ui.theme;

import com.formdev.flatlaf.ui.FlatEmptyBorder;
import javax.swing.border.CompoundBorder;

/**
 * Room around a component, in pixels at 100 percent, that a change of the look keeps: a border of
 * the look itself would be taken away by it.
 */
public final class StablePadding extends CompoundBorder {
    public StablePadding(int top, int left, int bottom, int right) {
        super(new FlatEmptyBorder(top, left, bottom, right), null);
    }
}
