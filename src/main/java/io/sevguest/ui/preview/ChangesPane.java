package io.sevguest.ui.preview;

import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.preview.text.AreaScroll;
import io.sevguest.ui.preview.text.Clipboards;
import io.sevguest.ui.preview.text.FindBar;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.TextExport;
import io.sevguest.ui.preview.text.ToolRow;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.preview.text.WrapToggle;
import io.sevguest.ui.theme.Palette;
import java.awt.BorderLayout;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;

/** The differences from the saved file, as a unified diff. */
final class ChangesPane {
    private static final Map<Character, Palette> COLOURS =
            Map.of('+', Palette.ADDED, '-', Palette.REMOVED, '@', Palette.SIDE);

    private final JPanel component = new JPanel(new BorderLayout());
    private final PreviewArea area;
    private final Texts texts;
    private final WrapToggle wrap;

    ChangesPane(Texts texts, TextExport export, WrapChoices wraps) {
        this.texts = texts;
        area = new PreviewArea("preview.changes", texts.get("preview.changes.name"));
        area.setEditable(false);
        var tools = new ToolRow(texts);
        tools.button("preview.copy", () -> Clipboards.copy(area.getText()));
        tools.button(
                "preview.saveAs",
                () -> export.save("changes", Path.of("guest.diff"), area.getText()));
        wrap = new WrapToggle(tools, area, Preview.CHANGES, wraps);
        component.add(new FindBar(area, texts), BorderLayout.NORTH);
        component.add(new AreaScroll(area, false));
        component.add(tools, BorderLayout.SOUTH);
    }

    JPanel component() {
        return component;
    }

    void show(GuestAnalysis derived) {
        List<String> lines = UnifiedDiff.lines(derived.text().text(), derived.changes());
        if (lines.isEmpty()) {
            area.showText(texts.get("preview.changes.none"));
            area.mark(List.of());
            return;
        }
        String text = String.join("\n", lines);
        wrap.fit(text);
        area.showText(text);
        area.mark(marks(lines));
    }

    private static List<PreviewArea.Mark> marks(List<String> lines) {
        List<PreviewArea.Mark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            color(lines.get(i)).ifPresent(found -> marks.add(new PreviewArea.Mark(line, found)));
        }
        return marks;
    }

    private static Optional<Color> color(String line) {
        return Optional.ofNullable(COLOURS.get(line.charAt(0))).map(Palette::color);
    }
}
