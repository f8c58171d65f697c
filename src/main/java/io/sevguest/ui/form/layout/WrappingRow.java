package io.sevguest.ui.form.layout;

import javax.swing.JPanel;

/** Components side by side, in further lines where there is no room for all of them in one. */
public class WrappingRow extends JPanel {
    private static final int GAP = 6;

    public WrappingRow() {
        super(new WrappingLayout(GAP));
    }

    @Override
    public final void setBounds(int x, int y, int width, int height) {
        boolean breaksAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (breaksAnew) {
            revalidate();
        }
    }
}
