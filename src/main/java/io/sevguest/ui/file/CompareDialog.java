package io.sevguest.ui.file;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainText;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.preview.UnifiedDiff;
import io.sevguest.ui.text.LineDiff;
import io.sevguest.ui.text.LineEnds;
import java.awt.Component;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Shows the differences between the file on disk and the guest in the window. */
public final class CompareDialog {
    private static final int ROWS = 24;
    private static final int COLUMNS = 90;

    private final Component owner;
    private final Texts texts;

    public CompareDialog(Component owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    void show(DomainText onDisk, DomainText here) {
        var diff =
                UnifiedDiff.lines(
                        here.text(),
                        LineDiff.between(
                                LineEnds.of(onDisk.text()).shown(),
                                LineEnds.of(here.text()).shown()));
        var area = new JTextArea(String.join("\n", diff), ROWS, COLUMNS);
        area.setEditable(false);
        area.setName("compare");
        area.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        area.getAccessibleContext().setAccessibleName(texts.get("file.compare.title"));
        area.setCaretPosition(0);
        JOptionPane.showMessageDialog(
                owner,
                new JScrollPane(area),
                texts.get("file.compare.title"),
                JOptionPane.PLAIN_MESSAGE);
    }
}
