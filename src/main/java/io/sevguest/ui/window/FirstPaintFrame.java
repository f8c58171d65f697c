package io.sevguest.ui.window;

import java.awt.EventQueue;
import java.awt.Graphics;
import javax.swing.JFrame;

/** A frame that runs work after it was first painted. */
final class FirstPaintFrame extends JFrame {
    private transient Runnable afterFirstPaint = () -> {};

    /** Sets the work that runs once on the event thread, after the first paint. */
    void afterFirstPaint(Runnable work) {
        afterFirstPaint = work;
    }

    @Override
    public void paint(Graphics graphics) {
        super.paint(graphics);
        EventQueue.invokeLater(afterFirstPaint);
        afterFirstPaint = () -> {};
    }
}
