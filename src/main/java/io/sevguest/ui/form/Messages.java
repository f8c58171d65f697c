package io.sevguest.ui.form;

import io.sevguest.domain.Finding;
import io.sevguest.domain.Fix;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is wrong with one field, below it, each with the button that mends it. */
final class Messages extends JPanel {
    private final transient BiConsumer<Finding, Fix> mend;
    private transient List<Finding> shown = List.of();

    /**
     * A place for messages, hidden while there are none.
     *
     * @param mend applies a fix
     */
    Messages(String name, BiConsumer<Finding, Fix> mend) {
        super(new MigLayout("insets 0 0 4 0, wrap 2, gapy 2", "[]6[grow,fill]"));
        this.mend = mend;
        setName(name);
        setOpaque(false);
        setVisible(false);
    }

    void show(List<Finding> findings) {
        if (findings.equals(shown)) {
            return;
        }
        shown = List.copyOf(findings);
        removeAll();
        findings.forEach(this::add);
        setVisible(!findings.isEmpty());
        revalidate();
        repaint();
    }

    private void add(Finding finding) {
        SeverityLook look = SeverityLook.of(finding.severity());
        add(new JLabel(look.icon().icon()), "aligny top, gaptop 1");
        var words = new WrappedText(words(finding));
        words.setForeground(look.color().color());
        add(words, "wmin 40");
        finding.action().ifPresent(fix -> add(button(finding, fix), "skip 1, growx 0"));
    }

    private JButton button(Finding finding, Fix fix) {
        var button = new JButton(fix.label());
        button.setName(getName() + "." + finding.id());
        button.putClientProperty("FlatLaf.styleClass", "small");
        button.addActionListener(event -> mend.accept(finding, fix));
        return button;
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
