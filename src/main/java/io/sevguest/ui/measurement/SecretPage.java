package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.bytes.Bytes;
import io.sevguest.domain.DomainXml;
import io.sevguest.file.SafeFileName;
import io.sevguest.measurement.secret.NamedSecret;
import io.sevguest.measurement.secret.SecretSealer;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.PageScroller;
import io.sevguest.ui.form.TextMenu;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.theme.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * The page that makes launch secrets: the secrets, the keys, the state of the measurement, and the
 * command that passes the result to the guest.
 */
public final class SecretPage extends InputPage {
    private final MeasurementModel model;
    private final GuestModel guest;
    private final SecretSealer sealing;
    private final FileDialogs files;
    private final Tasks tasks;
    private final Texts texts;
    private final SecretEntries entries;
    private final JTextField tek;
    private final JLabel icon = new JLabel();
    private final WrappedText state = new WrappedText("");
    private final JCheckBox unverified = new JCheckBox();
    private final EnablementReason canMake;
    private final WrappedText outcome = new WrappedText("");
    private final KnownFile knownTek;
    private final JTextField command = new JTextField();
    private int making;
    private int result;

    /**
     * Creates the page.
     *
     * @param sealing makes the secrets
     */
    public SecretPage(
            MeasurementModel model,
            GuestModel guest,
            SecretSealer sealing,
            FileDialogs files,
            Tasks tasks,
            Texts texts) {
        super(texts);
        this.model = model;
        this.guest = guest;
        this.sealing = sealing;
        this.files = files;
        this.tasks = tasks;
        this.texts = texts;
        entries = new SecretEntries(texts, files, this::forgetResult);
        rows.heading("secret.section.secrets");
        rows.note("secret.about");
        rows.wide(entries.component());
        rows.component().add(rows.button("secret.add", entries::add), "span, left, growx 0");
        rows.heading("secret.section.launch");
        rows.wide(launchState());
        texts.caption("secret.unverified").show(unverified);
        unverified.setName("secret.unverified");
        unverified.addActionListener(event -> showState());
        rows.component().add(unverified, "span, left, growx 0, wmin 40");
        tek = rows.file("secret.tek", () -> files.open("tek"));
        knownTek = new KnownFile(tek);
        JButton make = rows.button("secret.make", this::make);
        canMake = new EnablementReason(make);
        rows.component().add(make, "skip 1, growx 0, gaptop unrel");
        outcomeRows();
        model.addListener(this::forgetLaunch);
        showState();
    }

    /** Discards the consent and the secret, because they were for another guest or launch. */
    private void forgetLaunch() {
        unverified.setSelected(false);
        forgetResult();
        showState();
    }

    /** Discards the secret, because its inputs have changed. */
    private void forgetResult() {
        result++;
        outcome.setVisible(false);
        outcome.setText("");
        command.setVisible(false);
        command.setText("");
    }

    private JPanel launchState() {
        var panel = new JPanel(new MigLayout("insets 0", "[]8[grow,fill]"));
        panel.setOpaque(false);
        state.setName("secret.state");
        panel.add(icon, "aligny top");
        panel.add(state, "wmin 40");
        return panel;
    }

    private void outcomeRows() {
        outcome.setName("secret.outcome");
        outcome.setVisible(false);
        rows.component().add(outcome, "span, growx, wmin 40, gaptop unrel");
        command.setName("secret.command");
        command.setEditable(false);
        TextMenu.install(command, texts);
        command.setVisible(false);
        command.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        command.getAccessibleContext().setAccessibleName(texts.get("secret.command"));
        rows.component().add(command, "span, growx, wmin 40");
    }

    @Override
    public void show(GuestAnalysis derived) {
        knownTek.is(derived.session().keys().tek());
    }

    @Override
    void typed() {
        model.type(model.inputs().withTek(tek.getText()));
        forgetResult();
    }

    private void showState() {
        boolean verified = model.isVerified();
        boolean refuted = model.verdict().isPresent() && !verified;
        icon.setIcon(
                (verified
                                ? Icons.FINDING_GOOD
                                : refuted ? Icons.FINDING_ERROR : Icons.FINDING_WARNING)
                        .icon());
        state.setText(
                texts.get(
                        verified
                                ? "secret.state.verified"
                                : refuted ? "secret.state.mismatch" : "secret.state.unknown"));
        unverified.setVisible(!verified);
        if (making > 0) {
            canMake.off(texts.get("secret.make.busy"));
        } else {
            canMake.set(verified || unverified.isSelected(), texts.get("secret.make.off"));
        }
    }

    private void make() {
        Optional<DomainXml> domain = guest.domain();
        if (domain.isEmpty()) {
            return;
        }
        try {
            LaunchInputs inputs = model.inputs();
            var secrets = entries.secrets();
            Path tekFile = inputs.tekFile(texts).orElseThrow(() -> new ProblemException(noTek()));
            Path tikFile = inputs.tikFile(texts);
            Bytes measure =
                    inputs.firmwareApi(texts).isBefore017()
                            ? Bytes.of(new byte[0])
                            : inputs.measured(texts).measure();
            String name = domain.get().textAt("name");
            files.folder("secret")
                    .map(folder -> order(folder, name, secrets, tekFile, tikFile, measure))
                    .ifPresent(this::start);
        } catch (ProblemException incomplete) {
            show(incomplete.problem());
        }
    }

    private static SecretRequest order(
            Path folder,
            String name,
            List<NamedSecret> secrets,
            Path tekFile,
            Path tikFile,
            Bytes measure) {
        String safe = SafeFileName.of(name);
        return new SecretRequest(
                name,
                secrets,
                tekFile,
                tikFile,
                measure,
                folder.resolve(safe + "-secret-header.b64"),
                folder.resolve(safe + "-secret-payload.b64"));
    }

    /** Makes the requested secret in a task. */
    void start(SecretRequest order) {
        forgetResult();
        making++;
        showState();
        tasks.write(
                scope(),
                progress -> {
                    progress.at(texts.get("import.writing", order.header()), -1);
                    order.carryOut(sealing);
                    return order;
                },
                new Outcome<>() {
                    @Override
                    public void done(SecretRequest made) {
                        show(made);
                    }

                    @Override
                    public void failed(Problem problem) {
                        show(problem);
                    }

                    @Override
                    public void ended() {
                        making--;
                        showState();
                    }
                });
    }

    /** Returns the scope of a secret that is made from the current inputs. */
    private Scope scope() {
        int current = result;
        return model.scope().and(() -> result != current);
    }

    private Problem noTek() {
        return new Problem(texts.get("secret.tek.wrong"), "", texts.get("secret.tek.fix"));
    }

    private void show(SecretRequest made) {
        outcome.setText(texts.get("secret.made", made.header(), made.payload()));
        command.setText(made.command());
        command.setCaretPosition(0);
        showOutcome(true);
    }

    private void show(Problem problem) {
        String where = problem.where().isEmpty() ? "" : problem.where() + ": ";
        outcome.setText((where + problem.what() + " " + problem.fix()).strip());
        showOutcome(false);
    }

    private void showOutcome(boolean made) {
        outcome.putClientProperty(
                FlatClientProperties.STYLE, made ? null : "foreground: $Sevguest.error");
        outcome.setVisible(true);
        command.setVisible(made);
        rows.component().repaint();
        PageScroller.changed(made ? command : outcome);
    }
}
