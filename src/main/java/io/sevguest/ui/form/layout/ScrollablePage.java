package io.sevguest.ui.form.layout;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/**
 * Makes a page as wide as its scroll pane, and at least as high, so that words break. A walk by
 * keys scrolls it to what has the focus.
 */
public final class ScrollablePage extends JPanel implements Scrollable {
    private static final String FOCUS = "permanentFocusOwner";

    private final transient PropertyChangeListener focus = this::focusMoved;

    public ScrollablePage(JComponent page) {
        super(new BorderLayout());
        add(page);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .addPropertyChangeListener(FOCUS, focus);
    }

    @Override
    public void removeNotify() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager()
                .removePropertyChangeListener(FOCUS, focus);
        super.removeNotify();
    }

    private void focusMoved(PropertyChangeEvent event) {
        if (event.getNewValue() instanceof Component focused
                && isAncestorOf(focused)
                && !byMouse()) {
            reveal(focused);
        }
    }

    /**
     * Returns whether the mouse is being used: a pressed button must not move away before it is
     * released.
     */
    private static boolean byMouse() {
        return EventQueue.getCurrentEvent() instanceof FocusEvent event
                && event.getCause() == FocusEvent.Cause.MOUSE_EVENT;
    }

    /** Of what scrolls itself, its pane is shown; of what is higher than there is room, its top. */
    private void reveal(Component focused) {
        Container pane = SwingUtilities.getAncestorOfClass(JScrollPane.class, focused);
        Component shown = isAncestorOf(pane) ? pane : focused;
        Rectangle place =
                SwingUtilities.convertRectangle(shown.getParent(), shown.getBounds(), this);
        place.height = Math.min(place.height, getVisibleRect().height);
        scrollRectToVisible(place);
    }

    /** Returns the size of the page: if it is wider than the pane, only as wide as it must be. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(getMinimumSize().width, super.getPreferredSize().height);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return super.getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return getFontMetrics(getFont()).getHeight() * 2;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() >= getMinimumSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }
}
