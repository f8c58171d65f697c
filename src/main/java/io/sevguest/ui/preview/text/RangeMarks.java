package io.sevguest.ui.preview.text;

import io.sevguest.ui.guest.CommandText;
import io.sevguest.ui.theme.Palette;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javax.swing.text.BadLocationException;
import javax.swing.text.Highlighter;
import org.fife.ui.rtextarea.ChangeableHighlightPainter;

/** Marks ranges of a preview, and scrolls to the first when they change. */
public final class RangeMarks {
    private final PreviewArea area;
    private final List<Object> tags = new ArrayList<>();
    private List<CommandText.Range> shown = List.of();

    public RangeMarks(PreviewArea area) {
        this.area = area;
    }

    public void show(List<CommandText.Range> ranges) {
        Highlighter highlighter = area.getHighlighter();
        tags.forEach(highlighter::removeHighlight);
        tags.clear();
        Color color = Palette.SPOT.color();
        for (CommandText.Range range : ranges) {
            tags.add(add(highlighter, range, new ChangeableHighlightPainter(color)));
        }
        if (!ranges.isEmpty() && !ranges.equals(shown) && !area.isFocusOwner()) {
            area.reveal(ranges.get(0).start(), ranges.get(0).end());
        }
        shown = List.copyOf(ranges);
    }

    private static Object add(
            Highlighter highlighter,
            CommandText.Range range,
            Highlighter.HighlightPainter painter) {
        try {
            return highlighter.addHighlight(range.start(), range.end(), painter);
        } catch (BadLocationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
