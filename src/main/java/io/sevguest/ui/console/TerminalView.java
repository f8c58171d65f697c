package io.sevguest.ui.console;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import javax.swing.UIManager;

/**
 * The view of a {@link Terminal} with its scrollback and selectable text. It must be in a scroll
 * pane, and follows the output while the cursor's line is visible there.
 */
public final class TerminalView extends JComponent implements Scrollable {
    private static final int FRAME_MILLIS = 16;

    private final transient Terminal terminal;
    private final transient TerminalPainter painter = new TerminalPainter();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Timer frames = new Timer(FRAME_MILLIS, event -> showNewest());
    private transient TerminalImage image;
    private transient CellSize cell = new CellSize(1, 1, 1);
    private transient Optional<Selection> selection = Optional.empty();

    public TerminalView(Terminal terminal) {
        this.terminal = terminal;
        image = terminal.image();
        frames.setRepeats(false);
        frames.setCoalesce(false);
        setOpaque(true);
        setFocusable(true);
        addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        repaint();
                    }

                    @Override
                    public void focusLost(FocusEvent event) {
                        repaint();
                    }
                });
        var mouse = new SelectionMouse(this);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        updateUI();
    }

    /**
     * Schedules a repaint after output; many calls result in one repaint. May be called on any
     * thread.
     */
    public void outputCame() {
        if (!stale.getAndSet(true)) {
            frames.start();
        }
    }

    private void showNewest() {
        stale.set(false);
        boolean following = getVisibleRect().isEmpty() || getVisibleRect().contains(cursor());
        int before = image.lines().size();
        image = terminal.image();
        if (image.lines().size() != before) {
            Dimension size = getPreferredSize();
            setSize(Math.max(getWidth(), size.width), Math.max(getHeight(), size.height));
            revalidate();
        }
        if (following) {
            showCursor();
        }
        repaint();
    }

    /** Scrolls to the cursor's line. */
    void showCursor() {
        scrollRectToVisible(cursor());
    }

    /** Returns the rectangle of the cursor's line, at the first visible column. */
    private Rectangle cursor() {
        return new Rectangle(
                getVisibleRect().x, image.cursorLine() * cell.height(), 1, cell.height());
    }

    @Override
    public void updateUI() {
        Font font = UIManager.getFont("monospaced.font");
        setFont(font == null ? new Font(Font.MONOSPACED, Font.PLAIN, UIScale.scale(13)) : font);
        cell = CellSize.of(getFontMetrics(getFont()));
        revalidate();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D copy = (Graphics2D) graphics.create();
        try {
            Object hints = getToolkit().getDesktopProperty("awt.font.desktophints");
            if (hints instanceof Map<?, ?> map) {
                copy.addRenderingHints(map);
            } else {
                copy.setRenderingHint(
                        RenderingHints.KEY_TEXT_ANTIALIASING,
                        RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            }
            painter.paint(copy, image, cell, selection, isFocusOwner());
        } finally {
            copy.dispose();
        }
    }

    /** Returns the edge between cells that is nearest to a point. */
    Selection.Place placeAt(Point point) {
        int last = image.lines().size() - 1;
        int line = Math.max(0, Math.min(last, point.y / cell.height()));
        int column = (point.x + cell.width() / 2) / cell.width();
        return new Selection.Place(
                image.firstLine() + line, Math.max(0, Math.min(Terminal.COLUMNS, column)));
    }

    /** Selects the text between the blanks around a place. */
    void selectWord(Selection.Place place) {
        Row row = image.lines().get((int) (place.line() - image.firstLine()));
        int start = place.column();
        while (start > 0 && row.codePoint(start - 1) != ' ') {
            start--;
        }
        int end = place.column();
        while (end < row.columns() && row.codePoint(end) != ' ') {
            end++;
        }
        select(
                Optional.of(
                        new Selection(
                                new Selection.Place(place.line(), start),
                                new Selection.Place(place.line(), end))));
    }

    void select(Optional<Selection> chosen) {
        selection = chosen;
        repaint();
    }

    /** Selects scrollback and screen. */
    public void selectAll() {
        long first = image.firstLine();
        long last = first + image.lines().size() - 1;
        select(
                Optional.of(
                        new Selection(
                                new Selection.Place(first, 0),
                                new Selection.Place(last, Terminal.COLUMNS))));
    }

    /** Returns the selected text; empty if there is none. */
    public String selectedText() {
        return selection.map(chosen -> chosen.text(image).stripTrailing()).orElse("");
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Terminal.COLUMNS * cell.width(), image.lines().size() * cell.height());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(Terminal.COLUMNS * cell.width(), Terminal.ROWS * cell.height());
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL ? cell.height() : cell.width();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL
                ? Math.max(cell.height(), visible.height - cell.height())
                : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() != null && getParent().getWidth() > getPreferredSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }

    /** Returns a scroll pane with this view. */
    public JScrollPane inScrollPane() {
        var pane = new JScrollPane(this);
        pane.setWheelScrollingEnabled(true);
        return pane;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext =
                    new AccessibleJComponent() {
                        @Override
                        public AccessibleRole getAccessibleRole() {
                            return AccessibleRole.TEXT;
                        }

                        @Override
                        public String getAccessibleDescription() {
                            return image.text();
                        }
                    };
        }
        return accessibleContext;
    }
}
