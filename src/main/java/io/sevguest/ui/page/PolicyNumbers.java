package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.policy.PolicyPreset;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.form.TextBinding;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.layout.WrappingRow;
import io.sevguest.ui.guest.GuestModel;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;

/** The policy as a number, in hexadecimal and decimal, and a menu of presets. */
final class PolicyNumbers {
    private static final String ID = LaunchSecurityFields.POLICY.id();

    private final JPanel component = new WrappingRow();
    private final GuestModel guest;
    private final TextBinding hex;
    private final TextBinding decimal;

    PolicyNumbers(GuestModel guest, Texts texts) {
        this.guest = guest;
        hex = binding(SevPolicy::toHex, words -> words.startsWith("0x") ? words : "0x" + words);
        decimal = binding(policy -> Long.toString(policy.toDecimal()), words -> words);
        field(hex.component(), "launchSecurity.policy.hex", texts);
        component.add(new JLabel("="));
        field(decimal.component(), "launchSecurity.policy.decimal", texts);
        component.add(presets(texts));
    }

    /**
     * Sets the listener for text that is not a policy, with the key of the message and the invalid
     * text; see {@link TextBinding}.
     */
    void onWrong(BiConsumer<String, String> listener) {
        hex.onWrong(words -> listener.accept("form.wrong.hex", words));
        decimal.onWrong(words -> listener.accept("form.wrong.decimal", words));
    }

    JPanel component() {
        return component;
    }

    void fill(DomainXml domain) {
        hex.fill(domain);
        decimal.fill(domain);
    }

    private TextBinding binding(Function<SevPolicy, String> show, UnaryOperator<String> normal) {
        return new TextBinding(
                ID,
                guest,
                domain -> LaunchSecurityFields.POLICY.get().apply(domain).map(show).orElse(""),
                words -> parse(normal.apply(words.strip())).map(PolicyNumbers::setting));
    }

    private void field(JTextField field, String id, Texts texts) {
        TextMenu.install(field, texts);
        field.setName(id);
        field.setColumns(10);
        field.getAccessibleContext().setAccessibleName(texts.get(id));
        field.setToolTipText(texts.get(id));
        field.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        component.add(field);
    }

    private JButton presets(Texts texts) {
        var button = new JButton();
        texts.caption("launchSecurity.presets").show(button);
        button.setName("launchSecurity.presets");
        button.addActionListener(event -> menu().show(button, 0, button.getHeight()));
        return button;
    }

    /** Returns the menu, created each time so that it has the current theme. */
    private JPopupMenu menu() {
        var menu = new JPopupMenu();
        for (PolicyPreset preset : PolicyPreset.values()) {
            var item = new JMenuItem(preset.toString());
            item.setName("launchSecurity.preset." + preset.name());
            item.addActionListener(event -> apply(preset));
            menu.add(item);
        }
        return menu;
    }

    private void apply(PolicyPreset preset) {
        guest.endStep();
        guest.edit(
                ID,
                domain -> {
                    SevPolicy before =
                            LaunchSecurityFields.POLICY
                                    .get()
                                    .apply(domain)
                                    .orElse(SevPolicy.QEMU_DEFAULT);
                    return setting(preset.appliedTo(before)).apply(domain);
                });
        guest.endStep();
    }

    private static UnaryOperator<DomainXml> setting(SevPolicy policy) {
        return domain -> LaunchSecurityFields.POLICY.with().apply(domain, Optional.of(policy));
    }

    private static Optional<SevPolicy> parse(String words) {
        try {
            return Optional.of(SevPolicy.parse(words));
        } catch (ProblemException notYet) {
            return Optional.empty();
        }
    }
}
