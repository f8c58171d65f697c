package io.sevguest.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.Finding;
import io.sevguest.domain.Fix;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The findings about one field, shown below it, each with a button that fixes it. */
final class FieldMessages extends JPanel {
    private final transient BiConsumer<Finding, Fix> mend;
    private transient List<Finding> shown = List.of();

    /**
     * Creates an empty panel, hidden while there are no messages.
     *
     * @param mend applies a fix
     */
    FieldMessages(String name, BiConsumer<Finding, Fix> mend) {
        super(new MigLayout("insets 0 0 4 0, wrap 2, gapy 2", "[]6[grow,fill]"));
        this.mend = mend;
        setName(name);
        setOpaque(false);
        setVisible(false);
    }

    void show(List<Finding> findings) {
        // an unchanged message stays, because its button may be under the pointer
        boolean same = words(findings).equals(words(shown));
        shown = List.copyOf(findings);
        if (same) {
            return;
        }
        removeAll();
        for (int i = 0; i < shown.size(); i++) {
            add(i);
        }
        setVisible(!findings.isEmpty());
        revalidate();
        repaint();
    }

    private static List<List<Object>> words(List<Finding> findings) {
        return findings.stream().map(Finding::words).toList();
    }

    private void add(int index) {
        Finding finding = shown.get(index);
        SeverityStyle look = SeverityStyle.of(finding.severity());
        add(new JLabel(look.icon().icon()), "aligny top, gaptop 1");
        var words = new WrappedText(words(finding));
        words.setForeground(look.color().color());
        add(words, "wmin 40");
        finding.action().ifPresent(fix -> add(button(index, fix.label()), "skip 1, growx 0"));
    }

    private JButton button(int index, String label) {
        var button = new JButton(label);
        button.setName(getName() + "." + shown.get(index).id());
        button.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        button.addActionListener(event -> mend(shown.get(index)));
        return button;
    }

    private void mend(Finding finding) {
        finding.action().ifPresent(fix -> mend.accept(finding, fix));
    }

    private static String words(Finding finding) {
        return finding.fix().isEmpty()
                ? finding.message()
                : finding.message() + " " + finding.fix();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (shown != null) {
            List<Finding> again = shown;
            shown = List.of();
            show(again);
        }
    }
}
