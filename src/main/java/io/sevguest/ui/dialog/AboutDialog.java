package io.sevguest.ui.dialog;

import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JOptionPane;

/** Says which program this is. */
public final class AboutDialog {
    private AboutDialog() {}

    public static void show(Component owner, Texts texts) {
        String version =
                Optional.ofNullable(AboutDialog.class.getPackage().getImplementationVersion())
                        .orElse(texts.get("about.unpacked"));
        JOptionPane.showMessageDialog(
                owner,
                texts.get("about.text", version, Runtime.version()),
                texts.get("about.title"),
                JOptionPane.PLAIN_MESSAGE);
    }
}
