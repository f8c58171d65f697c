package io.sevguest.ui.dialog;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.ui.form.Texts;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Shows an internal error: the version, the stack trace, and a button that copies both. */
public final class FaultDialog {
    private static final int ROWS = 16;
    private static final int COLUMNS = 80;

    private FaultDialog() {}

    /** Shows the dialog; the window stays usable. */
    public static void show(Window owner, Texts texts, String trace) {
        var dialog = new JDialog(owner, texts.get("fault.title"));
        dialog.setName("fault");
        String report = texts.get("fault.report", AboutDialog.version(texts), trace);
        var words = new JTextArea(report, ROWS, COLUMNS);
        words.setName("fault.report");
        words.setEditable(false);
        words.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        words.setCaretPosition(0);
        var buttons = new JPanel(new MigLayout("insets 0", "push[][]"));
        buttons.add(button("fault.copy", texts, () -> copy(report)), "tag other");
        buttons.add(button("fault.close", texts, dialog::dispose), "tag ok");
        dialog.setLayout(new MigLayout("insets dialog, wrap 1", "[grow,fill]", "[][grow,fill][]"));
        dialog.add(new JLabel(texts.get("fault.what")));
        dialog.add(new JScrollPane(words), "grow, push");
        dialog.add(buttons);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private static void copy(String report) {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(report), null);
    }

    private static JButton button(String id, Texts texts, Runnable then) {
        var button = new JButton();
        texts.caption(id).show(button);
        button.setName(id);
        button.addActionListener(event -> then.run());
        return button;
    }
}
