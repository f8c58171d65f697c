package io.sevguest.ui.preview;

import io.sevguest.qemu.command.Origin;
import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.CommandText;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.preview.text.AreaScroll;
import io.sevguest.ui.preview.text.Clipboards;
import io.sevguest.ui.preview.text.FindBar;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.RangeMarks;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.preview.text.ToolRow;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.preview.text.WrapToggle;
import io.sevguest.ui.text.LineChange;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/**
 * The QEMU command, one option per line. Each argument shows its origin and links to it; omissions
 * and assumptions are listed below.
 */
final class CommandPane {
    private static final double MOST_FOR_THE_COMMAND = 0.72;

    private final JPanel component = new JPanel(new BorderLayout());
    private final PreviewArea area;
    private final CommandNotes notes;
    private final RangeMarks spots;
    private final String broken;
    private final WrapToggle wrap;
    private Optional<CommandText> shown = Optional.empty();
    private Predicate<Origin> spotted = origin -> false;

    /**
     * Creates the pane.
     *
     * @param jump called with the origin that was clicked
     */
    CommandPane(Texts texts, TextExport export, WrapChoices wraps, Consumer<Origin> jump) {
        area = new PreviewArea("preview.command", texts.get("preview.command.name"));
        area.setEditable(false);
        broken = texts.get("preview.command.broken");
        spots = new RangeMarks(area);
        notes = new CommandNotes(texts);
        new OriginMouse(area, this::originAt, new OriginText(texts), jump).install();
        var tools = new ToolRow(texts);
        tools.button("preview.copy", () -> Clipboards.copy(area.getText()));
        tools.button(
                "preview.saveAs",
                () -> export.save("command", Path.of("guest.sh"), area.getText()));
        wrap = new WrapToggle(tools, area, Preview.COMMAND, wraps);
        var split =
                new JSplitPane(
                        JSplitPane.VERTICAL_SPLIT, new AreaScroll(area, false), notes.component());
        split.setResizeWeight(MOST_FOR_THE_COMMAND);
        split.setBorder(null);
        component.add(new FindBar(area, texts), BorderLayout.NORTH);
        component.add(split);
        component.add(tools, BorderLayout.SOUTH);
    }

    JPanel component() {
        return component;
    }

    private Optional<Origin> originAt(int offset) {
        return shown.flatMap(text -> text.originAt(offset));
    }

    /**
     * Shows the guest's command, and marks the lines that differ from the saved guest's command.
     */
    void show(GuestAnalysis derived) {
        shown = derived.command();
        if (shown.isEmpty()) {
            area.mark(List.of());
            area.showText(broken);
        } else {
            show(shown.get().text());
            area.mark(marks(derived.commandChanges()));
        }
        derived.plan().ifPresent(plan -> notes.show(plan.command()));
        showSpots();
    }

    private void show(String text) {
        boolean first = area.getDocument().getLength() == 0;
        wrap.fit(text);
        area.showText(text);
        if (first) {
            area.setCaretPosition(0);
        }
    }

    private static List<PreviewArea.Mark> marks(List<LineChange> changes) {
        List<PreviewArea.Mark> marks = new ArrayList<>();
        for (LineChange change : changes) {
            for (int line = change.addedFirst(); line < change.addedEnd(); line++) {
                marks.add(new PreviewArea.Mark(line, Palette.EDITED.color()));
            }
        }
        return marks;
    }

    /** Marks the arguments with certain origins, now and after each change. */
    void spot(Predicate<Origin> places) {
        spotted = places;
        showSpots();
    }

    private void showSpots() {
        spots.show(shown.map(text -> text.ranges(spotted)).orElse(List.of()));
    }
}
