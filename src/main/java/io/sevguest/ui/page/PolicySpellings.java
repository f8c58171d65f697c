package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.SevPolicy;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * The spellings of the same policy in libvirt, QEMU and sevctl, for copying, and the reserved bits
 * if any are set.
 */
final class PolicySpellings {
    private final JPanel component = new JPanel(new MigLayout("insets 0, gapx rel, wrap 4"));
    private final JTextField libvirt;
    private final JTextField qemu;
    private final JTextField sevctl;
    private final JTextField reserved;

    PolicySpellings(Texts texts) {
        libvirt = spelling("libvirt", texts);
        qemu = spelling("qemu", texts);
        sevctl = spelling("sevctl", texts);
        reserved = spelling("reserved", texts);
    }

    private JTextField spelling(String who, Texts texts) {
        String id = "launchSecurity.spelling." + who;
        var field = new JTextField(9);
        field.setName(id);
        field.setEditable(false);
        TextMenu.install(field, texts);
        field.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        var label = new JLabel(texts.get(id));
        label.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        label.setLabelFor(field);
        component.add(label, "gapx unrel");
        component.add(field, "wmin 48lp");
        return field;
    }

    JPanel component() {
        return component;
    }

    void fill(DomainXml domain) {
        Optional<SevPolicy> policy = LaunchSecurityFields.POLICY.get().apply(domain);
        libvirt.setText(policy.map(SevPolicy::toHex).orElse(""));
        qemu.setText(policy.map(SevPolicy::toQemu).orElse(""));
        sevctl.setText(policy.map(value -> Long.toString(value.toDecimal())).orElse(""));
        reserved.setText(policy.map(value -> "0x%x".formatted(value.reserved())).orElse(""));
    }
}
