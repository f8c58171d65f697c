package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.recognition.content.LabelledField;
import io.sevguest.recognition.content.RecognizedFile;
import java.awt.Color;
import java.util.List;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;

/** A view of bytes in hex, 16 per line, with each field in its color. */
public final class HexView {
    private static final int PER_LINE = 16;
    private static final int MOST_LINES = 8;

    private final JTextArea area =
            new JTextArea() {
                @Override
                public void updateUI() {
                    super.updateUI();
                    recolor();
                }
            };
    private final JScrollPane component = new JScrollPane(area);
    private List<LabelledField> fields = List.of();

    public HexView() {
        area.setEditable(false);
        area.setRows(4);
        ((DefaultCaret) area.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        area.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        area.getAccessibleContext().setAccessibleName("hex");
    }

    public JScrollPane component() {
        return component;
    }

    public void show(RecognizedFile found) {
        area.setText(text(found.decoded().toHex()));
        area.setRows(Math.min(MOST_LINES, (found.size() + PER_LINE - 1) / PER_LINE));
        area.setCaretPosition(0);
        fields = found.fields().stream().filter(field -> field.size() > 0).toList();
        recolor();
    }

    private void recolor() {
        if (fields == null) {
            return;
        }
        area.getHighlighter().removeAllHighlights();
        for (int i = 0; i < fields.size(); i++) {
            mark(fields.get(i), BlobColors.of(i).color());
        }
    }

    private void mark(LabelledField field, Color color) {
        var painter = new DefaultHighlightPainter(color);
        int end = field.offset() + field.size();
        for (int at = field.offset(); at < end; ) {
            int stop = Math.min(end, (at / PER_LINE + 1) * PER_LINE);
            try {
                area.getHighlighter().addHighlight(column(at), column(stop - 1) + 2, painter);
            } catch (BadLocationException outside) {
                throw new IllegalStateException(field.toString(), outside);
            }
            at = stop;
        }
    }

    /**
     * Returns the column of a byte in the text: two digits and a blank each, with a line end in
     * place of the last blank.
     */
    private static int column(int index) {
        return index * 3;
    }

    private static String text(String hex) {
        var out = new StringBuilder(hex.length() * 2);
        for (int i = 0; i < hex.length(); i += 2) {
            int index = i / 2;
            if (index > 0) {
                out.append(index % PER_LINE == 0 ? '\n' : ' ');
            }
            out.append(hex, i, i + 2);
        }
        return out.toString();
    }
}
