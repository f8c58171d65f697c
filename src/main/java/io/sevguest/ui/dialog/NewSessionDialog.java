package io.sevguest.ui.dialog;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.policy.SevPolicy;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** Asks for the platform of a new session and the location of its files. */
public final class NewSessionDialog {
    /** The actions of the dialog's buttons. */
    public interface Handler {
        /** Asks for the platform's files. */
        void choosePlatform();

        /** Asks for the folder. */
        void chooseFolder();

        /** Makes the session. */
        void make(Request wishes);

        /** Cancels, also while the session is being made; the dialog has been closed. */
        void cancel();
    }

    /**
     * The choices of the user.
     *
     * @param unverified whether the user accepts a platform without a valid chain
     */
    public record Request(Path folder, String name, boolean unverified) {}

    private static final int COLUMNS = 24;
    private static final String WIDTH = "w 420lp, wmin 40, growx";

    private final JDialog dialog;
    private final Texts texts;
    private final WrappedText platform;
    private final WrappedText policyWords = new WrappedText("");
    private final WrappedText warnings = new WrappedText("");
    private final JCheckBox unverified = new JCheckBox();
    private final WrappedText risk;
    private final JTextField folder = new JTextField();
    private final JTextField name = new JTextField();
    private final JButton make = new JButton();
    private final EnablementReason canMake = new EnablementReason(make);
    private boolean chosen;
    private boolean verified;
    private boolean busy;

    /**
     * Creates the dialog without showing it.
     *
     * @param policy for which the session will be made
     * @param riskWords the risk of a platform without a valid chain
     */
    public NewSessionDialog(
            Window owner, Texts texts, SevPolicy policy, String riskWords, Handler handler) {
        this.texts = texts;
        dialog = new JDialog(owner, texts.get("newSession.title"));
        dialog.setName("newSession");
        platform = new WrappedText(texts.get("newSession.platform.none"));
        platform.setName("newSession.platform");
        risk = new WrappedText(riskWords);
        dialog.setLayout(
                new MigLayout("insets dialog, wrap 3, hidemode 3", "[right]10[grow,fill]6[fill]"));
        label("newSession.platform.label", platform, "aligny top, gaptop 3");
        dialog.add(platform, "aligny top, gaptop 3, " + WIDTH);
        dialog.add(button("newSession.choosePlatform", handler::choosePlatform), "aligny top");
        warnings.setName("newSession.warnings");
        warnings.putClientProperty(FlatClientProperties.STYLE, "foreground: $Sevguest.warning");
        dialog.add(warnings, "skip 1, span 2, " + WIDTH);
        risk(risk);
        label("newSession.policy.label", make, "aligny top");
        showPolicy(policy);
        dialog.add(policyWords, "span 2, " + WIDTH);
        field("newSession.folder.label", folder, "wmin 40");
        dialog.add(button("newSession.chooseFolder", handler::chooseFolder));
        field("newSession.name.label", name, "span 2, wmin 40");
        dialog.add(new WrappedText(texts.get("newSession.keys")), "skip 1, span 2, " + WIDTH);
        buttons(handler);
        update();
    }

    private void risk(WrappedText words) {
        texts.caption("newSession.unverified").show(unverified);
        unverified.setName("newSession.unverified");
        unverified.addActionListener(event -> update());
        dialog.add(words, "skip 1, span 2, " + WIDTH);
        dialog.add(unverified, "skip 1, span 2");
    }

    private void label(String key, JComponent labelled, String place) {
        var label = new JLabel();
        texts.caption(key).show(label);
        label.setLabelFor(labelled);
        dialog.add(label, place);
    }

    private void field(String key, JTextField field, String more) {
        label(key, field, "");
        TextMenu.install(field, texts);
        field.setColumns(COLUMNS); // whatever its content, however long
        field.setName(key.substring(0, key.lastIndexOf('.')));
        dialog.add(field, more);
    }

    private JButton button(String key, Runnable handler) {
        var button = new JButton();
        texts.caption(key).show(button);
        button.setName(key);
        button.addActionListener(event -> handler.run());
        return button;
    }

    private void buttons(Handler handler) {
        texts.caption("newSession.make").show(make);
        make.setName("newSession.make");
        make.addActionListener(
                event ->
                        handler.make(
                                new Request(
                                        Path.of(folder.getText()),
                                        name.getText().strip(),
                                        unverified.isSelected())));
        Runnable giveUp =
                () -> {
                    close();
                    handler.cancel();
                };
        var cancel = button("newSession.cancel", giveUp);
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        giveUp.run();
                    }
                });
        dialog.add(make, "span, split 2, tag ok, gaptop unrel");
        dialog.add(cancel, "tag cancel");
        dialog.getRootPane().setDefaultButton(make);
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> giveUp.run(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    /** Shows the policy for which the session will be made. */
    public void showPolicy(SevPolicy policy) {
        policyWords.setText(texts.get("newSession.policy", policy.toHex(), policy.toDecimal()));
    }

    /** Fills in the suggested folder and name. */
    public void suggest(Path where, String start) {
        folder.setText(where.toString());
        name.setText(start);
    }

    /** Fills in the chosen folder. */
    public void setFolder(Path where) {
        folder.setText(where.toString());
    }

    /**
     * Shows the chosen platform.
     *
     * @param words its name, and the state of its chain
     * @param valid whether the chain leads to a trusted root
     * @param warned further warnings about it, in full sentences
     */
    public void showPlatform(String words, boolean valid, List<String> warned) {
        platform.setText(words);
        warnings.setText(String.join("\n", warned));
        chosen = true;
        verified = valid;
        unverified.setSelected(false);
        update();
        fit();
    }

    /** Shows whether the session is being made. */
    public void setBusy(boolean now) {
        busy = now;
        update();
    }

    private void update() {
        boolean risky = chosen && !verified;
        warnings.setVisible(!warnings.getText().isEmpty());
        risk.setVisible(risky);
        unverified.setVisible(risky);
        if (!chosen) {
            canMake.off(texts.get("newSession.make.noPlatform"));
        } else if (risky && !unverified.isSelected()) {
            canMake.off(texts.get("newSession.make.risky"));
        } else {
            canMake.set(!busy, texts.get("newSession.make.busy"));
        }
    }

    /** Returns the pane on which files may be dropped. */
    public JRootPane rootPane() {
        return dialog.getRootPane();
    }

    /** Shows the dialog; the window stays usable. */
    public void open() {
        fit();
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
        if (make.isEnabled()) {
            name.requestFocusInWindow(); // nothing is left to choose: Enter makes the session
        }
    }

    private void fit() {
        dialog.pack();
        dialog.getContentPane()
                .revalidate(); // the texts know their width, and so their height, only now
        dialog.pack();
        int room = dialog.getGraphicsConfiguration().getBounds().width;
        if (dialog.getWidth() > room) {
            Container content = dialog.getContentPane();
            int frame = dialog.getHeight() - content.getHeight();
            dialog.setSize(room, dialog.getHeight());
            dialog.validate();
            EventQueue.invokeLater( // the texts wrap again before that
                    () -> dialog.setSize(room, content.getPreferredSize().height + frame));
        }
    }

    public void close() {
        dialog.setVisible(false);
        dialog.dispose();
    }
}
