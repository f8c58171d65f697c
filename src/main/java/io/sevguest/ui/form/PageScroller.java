package io.sevguest.ui.form;

import java.awt.EventQueue;
import java.awt.Rectangle;
import javax.swing.JComponent;

/** Scrolls a page to a part that has just changed. */
public final class PageScroller {
    private PageScroller() {}

    /** Shows a part that has changed, or its top if it is higher than the page. */
    public static void changed(JComponent part) {
        part.revalidate();
        EventQueue.invokeLater(
                () -> EventQueue.invokeLater(() -> show(part))); // the text wraps twice
    }

    private static void show(JComponent part) {
        int room = part.getParent() instanceof JComponent page ? page.getVisibleRect().height : 0;
        int height = Math.min(part.getHeight(), room);
        part.scrollRectToVisible(new Rectangle(0, 0, part.getWidth(), height));
    }
}
