package io.sevguest.ui.search;

import io.sevguest.domain.Finding;
import io.sevguest.ui.form.SeverityStyle;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.form.layout.ScrollablePage;
import io.sevguest.ui.guest.AnalysisRunner;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * All findings about the guest, each with buttons to show its field and to fix it. The list is
 * updated while it is open..
 */
public final class FindingList {
    private final JFrame owner;
    private final Texts texts;
    private final FieldFocus focus;
    private final GuestModel guest;
    private final AnalysisRunner derivation;
    private final JPanel list =
            new JPanel(new MigLayout("insets panel, wrap 2, gapy 4", "[]8[440lp,grow,fill]"));
    private List<Finding> shown = List.of();
    private JDialog dialog;

    public FindingList(
            JFrame owner,
            Texts texts,
            FieldFocus focus,
            GuestModel guest,
            AnalysisRunner derivation) {
        this.owner = owner;
        this.texts = texts;
        this.focus = focus;
        this.guest = guest;
        this.derivation = derivation;
        list.setName("findings");
        derivation.addListener(derived -> showWhileOpen(derived.findings()));
    }

    /** Opens the list; Escape closes it. */
    public void open() {
        if (dialog == null) {
            dialog = dialog();
        }
        show(derivation.latest().findings());
        dialog.pack();
        list.revalidate(); // the texts know their width, and so their height, only now
        dialog.pack();
        dialog.setSize(dialog.getWidth(), Math.min(dialog.getHeight(), owner.getHeight()));
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private JDialog dialog() {
        var made = new JDialog(owner, texts.get("findings.title"), false);
        made.getRootPane()
                .registerKeyboardAction(
                        event -> made.setVisible(false),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        var scroll = new JScrollPane(new ScrollablePage(list));
        scroll.setBorder(BorderFactory.createEmptyBorder());
        made.add(scroll);
        var close = new JButton(texts.get("findings.close"));
        close.setName("findings.close");
        close.addActionListener(event -> made.setVisible(false));
        made.getRootPane().setDefaultButton(close);
        var row = new JPanel(new MigLayout("insets 4 10 10 10", "push[]"));
        row.add(close);
        made.add(row, BorderLayout.SOUTH);
        SwingUtilities.updateComponentTreeUI(
                made); // the theme may have changed since the list was created
        return made;
    }

    private void showWhileOpen(List<Finding> findings) {
        if (dialog == null || !dialog.isVisible()) {
            return;
        }
        // an unchanged finding stays, because its button may be under the pointer
        boolean same = words(findings).equals(words(shown));
        shown = List.copyOf(findings);
        if (!same) {
            show(findings);
        }
    }

    private static List<List<Object>> words(List<Finding> findings) {
        return findings.stream().map(Finding::words).toList();
    }

    private void show(List<Finding> findings) {
        shown = List.copyOf(findings);
        list.removeAll();
        if (findings.isEmpty()) {
            list.add(new WrappedText(texts.get("findings.none")), "span, growx");
        }
        for (int i = 0; i < shown.size(); i++) {
            add(i);
        }
        list.revalidate();
        list.repaint();
    }

    private void add(int index) {
        Finding finding = shown.get(index);
        SeverityStyle look = SeverityStyle.of(finding.severity());
        list.add(new JLabel(look.icon().icon()), "aligny top, gaptop 1");
        list.add(new WrappedText((finding.message() + " " + finding.fix()).strip()), "wmin 40");
        var buttons = new JPanel(new MigLayout("insets 0 0 8 0", "[]6[]"));
        if (!finding.where().isEmpty()) {
            var show = new JButton(texts.get("findings.show"));
            show.setName("findings.show." + finding.id());
            show.addActionListener(event -> focus.jumpTo(finding.where()));
            buttons.add(show);
        }
        finding.action().ifPresent(fix -> buttons.add(mend(index, fix.label())));
        list.add(buttons, "skip 1");
    }

    private JButton mend(int index, String label) {
        var button = new JButton(label);
        button.setName("findings.mend." + shown.get(index).id());
        button.addActionListener(event -> mend(shown.get(index)));
        return button;
    }

    private void mend(Finding finding) {
        guest.endStep();
        finding.action().ifPresent(fix -> guest.edit(finding.id(), fix.edit()));
        guest.endStep();
    }
}
