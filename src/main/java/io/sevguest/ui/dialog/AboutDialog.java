package io.sevguest.ui.dialog;

import io.sevguest.ui.form.Texts;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JOptionPane;

/** Shows the name and version of the program. */
public final class AboutDialog {
    private AboutDialog() {}

    public static void show(Component owner, Texts texts) {
        JOptionPane.showMessageDialog(
                owner,
                texts.get("about.text", version(texts), Runtime.version()),
                texts.get("about.title"),
                JOptionPane.PLAIN_MESSAGE);
    }

    /** Returns the version of the program, or a text for a build without one. */
    static String version(Texts texts) {
        return Optional.ofNullable(AboutDialog.class.getPackage().getImplementationVersion())
                .orElse(texts.get("about.unpacked"));
    }
}
