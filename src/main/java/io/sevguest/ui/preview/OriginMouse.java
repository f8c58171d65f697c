package io.sevguest.ui.preview;

import io.sevguest.qemu.command.Origin;
import io.sevguest.ui.preview.text.PreviewArea;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** Shows the origin of the argument under the pointer, and goes there on a click or Enter. */
final class OriginMouse extends MouseAdapter {
    private final PreviewArea area;
    private final IntFunction<Optional<Origin>> originAt;
    private final OriginText words;
    private final Consumer<Origin> jump;

    OriginMouse(
            PreviewArea area,
            IntFunction<Optional<Origin>> originAt,
            OriginText words,
            Consumer<Origin> jump) {
        this.area = area;
        this.originAt = originAt;
        this.words = words;
        this.jump = jump;
    }

    void install() {
        area.addMouseListener(this);
        area.addMouseMotionListener(this);
        area.tips(event -> at(event.getPoint()).map(words::of));
        area.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "jump");
        area.getActionMap()
                .put(
                        "jump",
                        new AbstractAction() {
                            @Override
                            public void actionPerformed(ActionEvent event) {
                                originAt.apply(area.getCaretPosition()).ifPresent(jump);
                            }
                        });
    }

    private Optional<Origin> at(Point point) {
        int offset = area.viewToModel2D(point);
        return offset < 0 ? Optional.empty() : originAt.apply(offset);
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        boolean leads = at(event.getPoint()).isPresent();
        area.setCursor(Cursor.getPredefinedCursor(leads ? Cursor.HAND_CURSOR : Cursor.TEXT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        boolean selecting = area.getSelectionStart() != area.getSelectionEnd();
        if (SwingUtilities.isLeftMouseButton(event) && !selecting) {
            at(event.getPoint()).ifPresent(jump);
        }
    }
}
