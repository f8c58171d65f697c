package io.sevguest.ui.window;

import io.sevguest.domain.Finding;
import io.sevguest.ui.form.SeverityLook;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.FieldFocus;
import io.sevguest.ui.guest.GuestModel;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** All findings about the guest, each with the way to its field and what mends it. */
final class FindingList {
    private final JFrame owner;
    private final Texts texts;
    private final FieldFocus focus;
    private final GuestModel guest;

    FindingList(JFrame owner, Texts texts, FieldFocus focus, GuestModel guest) {
        this.owner = owner;
        this.texts = texts;
        this.focus = focus;
        this.guest = guest;
    }

    void show(List<Finding> findings) {
        var dialog = new JDialog(owner, texts.get("findings.title"), false);
        var list =
                new JPanel(new MigLayout("insets panel, wrap 2, gapy 4", "[]8[440lp,grow,fill]"));
        list.setName("findings");
        if (findings.isEmpty()) {
            list.add(new JLabel(texts.get("status.nothing")), "span");
        }
        findings.forEach(finding -> add(finding, list, dialog));
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        var scroll = new JScrollPane(new FittingView(list));
        scroll.setBorder(null);
        dialog.add(scroll);
        dialog.pack();
        dialog.setSize(dialog.getWidth(), Math.min(dialog.getHeight() * 3 / 2, owner.getHeight()));
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private void add(Finding finding, JPanel list, JDialog dialog) {
        SeverityLook look = SeverityLook.of(finding.severity());
        list.add(new JLabel(look.icon().icon()), "aligny top, gaptop 1");
        list.add(new WrappedText((finding.message() + " " + finding.fix()).strip()), "wmin 40");
        var buttons = new JPanel(new MigLayout("insets 0 0 8 0", "[]6[]"));
        buttons.setOpaque(false);
        if (!finding.where().isEmpty()) {
            var show = new JButton(texts.get("findings.show"));
            show.setName("findings.show." + finding.id());
            show.addActionListener(event -> focus.jumpTo(finding.where()));
            buttons.add(show);
        }
        finding.action()
                .ifPresent(
                        fix -> {
                            var mend = new JButton(fix.label());
                            mend.setName("findings.mend." + finding.id());
                            mend.addActionListener(
                                    event -> {
                                        guest.endStep();
                                        guest.edit(finding.id(), fix.edit());
                                        guest.endStep();
                                        dialog.dispose();
                                    });
                            buttons.add(mend);
                        });
        list.add(buttons, "skip 1");
    }
}
