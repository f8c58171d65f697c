package io.sevguest.ui.platform;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.certificate.KeyUsage;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JLabel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** The button for one certificate in the picture of a chain, which shows its fields. */
final class CertificateNode extends JToggleButton {
    private final transient KeyUsage usage;
    private final PassiveText about = new PassiveText("");

    CertificateNode(KeyUsage usage) {
        this.usage = usage;
        setName("platform.certificate." + usage.name());
        setMargin(new Insets(0, 0, 0, 0));
        setLayout(new MigLayout("insets 7 12 8 12, wrap 2, gapy 1", "[]8[grow,fill]"));
        var name = new JLabel(usage.name());
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        add(name, "aligny top");
        add(new PassiveText(usage.words()), "wmin 40");
        about.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.note");
        add(about, "span, growx, wmin 40");
    }

    /**
     * Shows the certificate.
     *
     * @param worst the worst state of the links to it
     */
    void show(String words, LinkStyle worst) {
        about.setText(words);
        putClientProperty(
                FlatClientProperties.STYLE,
                ("arc: 12; borderWidth: 1.5; borderColor: %1$s; hoverBorderColor: %1$s;"
                                + " selectedBorderColor: %1$s;"
                                + " selectedBackground: $Sevguest.sideSelected")
                        .formatted(worst.style()));
        String whole = "%s, %s: %s".formatted(usage, usage.words(), words);
        setToolTipText(whole);
        getAccessibleContext().setAccessibleName(whole);
    }

    @Override
    public Dimension getPreferredSize() {
        return getLayout().preferredLayoutSize(this);
    }

    @Override
    public Dimension getMinimumSize() {
        return getLayout().minimumLayoutSize(this);
    }
}
