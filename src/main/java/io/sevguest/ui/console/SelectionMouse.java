package io.sevguest.ui.console;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.SwingUtilities;

/** The selection of text with the mouse: dragging selects a range, a double click a word. */
final class SelectionMouse extends MouseAdapter {
    private final TerminalView view;
    private Selection.Place anchor = new Selection.Place(0, 0);

    SelectionMouse(TerminalView view) {
        this.view = view;
    }

    @Override
    public void mousePressed(MouseEvent event) {
        view.requestFocusInWindow();
        if (SwingUtilities.isLeftMouseButton(event)) {
            anchor = view.placeAt(event.getPoint());
            view.select(Optional.empty());
        }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (SwingUtilities.isLeftMouseButton(event)) {
            view.select(Optional.of(Selection.between(anchor, view.placeAt(event.getPoint()))));
        }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        if (SwingUtilities.isLeftMouseButton(event) && event.getClickCount() == 2) {
            view.selectWord(anchor);
        }
    }
}
