package io.sevguest.ui.preview;

import com.formdev.flatlaf.util.UIScale;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.PlannedFile;
import io.sevguest.state.preferences.Preview;
import io.sevguest.ui.form.FactTable;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.preview.text.AreaScroll;
import io.sevguest.ui.preview.text.Clipboards;
import io.sevguest.ui.preview.text.PreviewArea;
import io.sevguest.ui.preview.text.ToolRow;
import io.sevguest.ui.preview.text.WrapChoices;
import io.sevguest.ui.preview.text.WrapToggle;
import java.awt.BorderLayout;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

/**
 * The preview of the files that a launch would write: path, mode, size and content. A preview
 * writes none of them.
 */
final class FilesPane {
    /** The minimum width of a column, enough for a mode or a number. */
    private static final int LEAST_WIDTH = 60;

    private final JPanel component = new JPanel(new BorderLayout());
    private final PreviewArea content;
    private final JTable table;
    private final Files files;
    private final WrapToggle wrap;
    private final Texts texts;

    FilesPane(Texts texts, WrapChoices wraps) {
        this.texts = texts;
        files = new Files(texts);
        table = new FactTable("preview.files", texts.get("preview.files.name"), files);
        share(230, 80, 80, 210);
        table.getColumnModel().getColumn(0).setCellRenderer(new PathCell());
        table.getSelectionModel().addListSelectionListener(event -> showContent());
        content = new PreviewArea("preview.files.content", texts.get("preview.files.content"));
        content.setEditable(false);
        var tools = new ToolRow(texts);
        tools.button("preview.copy", () -> Clipboards.copy(content.getText()));
        wrap = new WrapToggle(tools, content, Preview.FILES, wraps);
        var list = new JScrollPane(table);
        list.setBorder(BorderFactory.createEmptyBorder());
        var split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, list, new AreaScroll(content, false));
        split.setResizeWeight(0.6);
        split.setBorder(null);
        component.add(split);
        component.add(tools, BorderLayout.SOUTH);
    }

    /** Sets the share of each column in the width. */
    private void share(int... parts) {
        for (int column = 0; column < parts.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(parts[column]);
            table.getColumnModel().getColumn(column).setMinWidth(UIScale.scale(LEAST_WIDTH));
        }
    }

    JPanel component() {
        return component;
    }

    void show(LaunchPlan plan) {
        if (!files.rows.equals(plan.planned())) {
            int selected = table.getSelectedRow();
            files.rows = plan.planned();
            files.fireTableDataChanged();
            int row = Math.min(Math.max(selected, 0), files.rows.size() - 1);
            table.setRowSelectionInterval(row, row);
        }
        showContent();
    }

    private void showContent() {
        int row = table.getSelectedRow();
        String text = row < 0 ? "" : told(files.rows.get(row));
        wrap.fit(text);
        content.showText(text);
    }

    /** Returns the text that the launch writes, or a sentence about any other file. */
    private String told(PlannedFile file) {
        if (file.creation() instanceof PlannedFile.Text text) {
            return text.text();
        }
        return file.content().isEmpty()
                ? texts.get("preview.files.whileRunning", file.purpose())
                : texts.get("preview.files.made", file.content());
    }

    /** The rows of the table. */
    private static final class Files extends AbstractTableModel {
        private final transient List<Column> columns;
        private transient List<PlannedFile> rows = List.of();

        private record Column(String title, Function<PlannedFile, String> value) {}

        Files(Texts texts) {
            columns =
                    List.of(
                            new Column(
                                    texts.get("preview.files.path"),
                                    file -> file.path().toString()),
                            new Column(texts.get("preview.files.mode"), PlannedFile::mode),
                            new Column(texts.get("preview.files.size"), file -> size(file.size())),
                            new Column(texts.get("preview.files.purpose"), PlannedFile::purpose));
        }

        private static String size(OptionalLong size) {
            return size.isPresent() ? "%,d".formatted(size.getAsLong()) : "";
        }

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return columns.get(column).title();
        }

        @Override
        public Object getValueAt(int row, int column) {
            return columns.get(column).value().apply(rows.get(row));
        }
    }
}
