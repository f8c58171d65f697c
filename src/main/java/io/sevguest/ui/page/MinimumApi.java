package io.sevguest.ui.page;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.document.Field;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Scope;
import java.util.List;
import javax.swing.JFormattedTextField;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.DefaultFormatter;
import net.miginfocom.swing.MigLayout;

/**
 * The minimum version of the firmware's API that may start the guest: major and minor, each 0 to
 * 255. Typed numbers go into the domain at once, so that saving and launching use them.
 */
final class MinimumApi {
    private final JPanel component =
            new JPanel(new MigLayout("insets 0, gapx 4, hidemode 3", "[][][][grow,fill]"));
    private final WrappedText message;
    private final GuestModel guest;
    private final JSpinner major;
    private final JSpinner minor;
    private Scope shownFor;
    private boolean filling;

    MinimumApi(GuestModel guest, Texts texts) {
        this.guest = guest;
        shownFor = guest.scope();
        major = spinner(LaunchSecurityFields.API_MAJOR, texts);
        component.add(new JLabel("."));
        minor = spinner(LaunchSecurityFields.API_MINOR, texts);
        message = new WrappedText(texts.get("launchSecurity.api.invalid"));
        message.setName("launchSecurity.api.message");
        message.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.error");
        message.setVisible(false);
        component.add(message, "newline, span, wmin 40");
        for (JSpinner each : List.of(major, minor)) {
            typed(each).addPropertyChangeListener("editValid", event -> showInvalid());
        }
    }

    /** Marks typed text that is not a number in the range; the guest keeps its value then. */
    private void showInvalid() {
        boolean invalid = false;
        for (JSpinner each : List.of(major, minor)) {
            boolean valid = typed(each).isEditValid();
            each.putClientProperty(
                    FlatClientProperties.OUTLINE,
                    valid ? null : FlatClientProperties.OUTLINE_ERROR);
            invalid |= !valid;
        }
        message.setVisible(invalid);
        component.revalidate();
    }

    private JSpinner spinner(Field<DomainXml, Integer> field, Texts texts) {
        var spinner = new JSpinner(new SpinnerNumberModel(0, 0, 255, 1));
        spinner.setName(field.id() + ".number");
        spinner.getAccessibleContext().setAccessibleName(texts.get(field.id() + ".name"));
        JFormattedTextField typed = typed(spinner);
        typed.getAccessibleContext().setAccessibleName(texts.get(field.id() + ".name"));
        ((DefaultFormatter) typed.getFormatter()).setCommitsOnValidEdit(true);
        typed.setFocusLostBehavior(JFormattedTextField.PERSIST);
        spinner.addChangeListener(
                event -> {
                    if (!filling) {
                        Integer value = (Integer) spinner.getValue();
                        guest.edit(field.id(), domain -> field.with().apply(domain, value));
                    }
                });
        component.add(spinner);
        return spinner;
    }

    JPanel component() {
        return component;
    }

    void fill(DomainXml domain) {
        filling = true;
        major.setValue(LaunchSecurityFields.API_MAJOR.get().apply(domain));
        minor.setValue(LaunchSecurityFields.API_MINOR.get().apply(domain));
        if (shownFor.isOver()) {
            shownFor = guest.scope();
            discardTyped(major);
            discardTyped(minor);
        }
        filling = false;
    }

    /** Discards text that was typed for another guest and is not a number. */
    private static void discardTyped(JSpinner spinner) {
        typed(spinner).setValue(spinner.getValue());
    }

    private static JFormattedTextField typed(JSpinner spinner) {
        return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
    }
}
