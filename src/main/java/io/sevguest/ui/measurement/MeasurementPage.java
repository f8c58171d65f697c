package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.diagnosis.GuestCheck;
import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.MeasuredParts;
import io.sevguest.measurement.vmsa.CpuModel;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.KeyFile;
import io.sevguest.task.Progress;
import io.sevguest.ui.dialog.FileDialogs;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.WrappedText;
import io.sevguest.ui.guest.GuestAnalysis;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JTextField;

/**
 * The page that checks whether the running guest is the expected one. It shows the inputs from the
 * domain, the values from the platform, and the verdict with its causes.
 */
public final class MeasurementPage extends InputPage {
    private final MeasurementModel model;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final MeasurementSource source;
    private final WrappedText parts = new WrappedText("");
    private final JTextField firmware;
    private final JComboBox<String> processor = new JComboBox<>();
    private final JCheckBox fpuState = new JCheckBox();
    private final JTextField api;
    private final JTextField build;
    private final JTextField measurement;
    private final JTextField tik;
    private final KnownFile knownTik;
    private final EnablementReason canFetch;
    private final EnablementReason canCheck;
    private final List<EnablementReason> ofEncryptedState;
    private final VerdictPanel verdict;
    private Optional<DomainXml> domain = Optional.empty();

    public MeasurementPage(
            MeasurementModel model,
            GuestModel guest,
            MeasurementSource source,
            FileDialogs files,
            Tasks tasks,
            Texts texts) {
        super(texts);
        this.model = model;
        this.guest = guest;
        this.source = source;
        this.tasks = tasks;
        this.texts = texts;
        verdict = new VerdictPanel(texts);
        rows.heading("measurement.section.platform");
        JButton fetch = rows.button("measurement.fetch", this::fetch);
        canFetch = new EnablementReason(fetch);
        measurement = rows.text("measurement.value");
        rows.component().add(fetch, "skip 1, growx 0");
        api = rows.text("measurement.api");
        build = rows.text("measurement.build");
        rows.heading("measurement.section.key");
        tik = rows.file("measurement.tik", () -> files.open("tik"));
        knownTik = new KnownFile(tik);
        rows.heading("measurement.section.guest");
        rows.wide(parts);
        firmware = rows.file("measurement.firmware", () -> files.open("firmware"));
        processorRow();
        ofEncryptedState = List.of(new EnablementReason(processor), new EnablementReason(fpuState));
        new DigestRow(rows, model, guest, tasks, texts);
        JButton check = rows.button("measurement.check", this::check);
        canCheck = new EnablementReason(check);
        rows.component().add(check, "skip 1, growx 0, gaptop unrel");
        rows.component().add(verdict.component(), "span, growx, wmin 40, gaptop unrel");
        measurement.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        parts.setName("measurement.parts");
        follow();
    }

    private void follow() {
        guest.addListener(this::fill);
        model.addListener(this::showVerdict);
        source.onChange(this::showSource);
        showSource();
        fill();
        showVerdict();
    }

    private void processorRow() {
        processor.addItem(texts.get("measurement.processor.ofXml"));
        for (CpuModel each : CpuModel.values()) {
            processor.addItem(each.words());
        }
        processor.addActionListener(event -> typed());
        rows.row("measurement.processor", processor);
        texts.caption("measurement.fpuState").show(fpuState);
        fpuState.setName("measurement.fpuState");
        fpuState.setToolTipText(texts.get("measurement.fpuState.tip"));
        fpuState.addActionListener(event -> typed());
        rows.component().add(fpuState, "skip 1, wmin 40");
    }

    @Override
    public void show(GuestAnalysis derived) {
        knownTik.is(derived.session().keys().tik());
    }

    @Override
    void typed() {
        int chosen = processor.getSelectedIndex();
        model.type(
                new LaunchInputs(
                        firmware.getText(),
                        chosen > 0
                                ? Optional.of(List.of(CpuModel.values()).get(chosen - 1))
                                : Optional.empty(),
                        fpuState.isSelected(),
                        api.getText(),
                        build.getText(),
                        measurement.getText(),
                        tik.getText(),
                        model.inputs().tek()));
    }

    /** Shows the measured parts of the domain; another domain makes the verdict void. */
    private void fill() {
        Optional<DomainXml> now = guest.domain();
        if (now.equals(domain)) {
            return;
        }
        domain = now;
        now.map(MeasuredParts::of).ifPresent(this::show);
        showCheck();
    }

    private void showCheck() {
        canCheck.set(domain.isPresent(), texts.get("measurement.check.off"));
    }

    private void showSource() {
        canFetch.set(source.isThere(), texts.get("measurement.fetch.off"));
    }

    private void show(MeasuredParts now) {
        boolean es = now.policy().filter(policy -> policy.has(SevPolicy.Flag.ES)).isPresent();
        ofEncryptedState.forEach(part -> part.set(es, texts.get("measurement.noEs")));
        parts.setText(MeasuredText.of(now, texts));
        String hint = now.firmware().isEmpty() ? ".needed" : ".hint";
        firmware.putClientProperty(
                FlatClientProperties.PLACEHOLDER_TEXT, texts.get("measurement.firmware" + hint));
    }

    private void showVerdict() {
        if (model.refusal().isPresent()) {
            verdict.show(model.refusal().get());
        } else {
            model.verdict().ifPresentOrElse(verdict::show, verdict::showNone);
        }
    }

    private void fetch() {
        canFetch.off(texts.get("measurement.busy"));
        source.fetch(
                guest.scope(),
                new Outcome<>() {
                    @Override
                    public void done(Optional<String> found) {
                        found.ifPresentOrElse(measurement::setText, () -> failed(noMeasurement()));
                    }

                    @Override
                    public void failed(Problem problem) {
                        model.refuse(problem);
                    }

                    @Override
                    public void ended() {
                        showSource();
                    }
                });
    }

    private Problem noMeasurement() {
        return new Problem(
                texts.get("measurement.fetch.none"), "", texts.get("measurement.fetch.none.fix"));
    }

    private void check() {
        LaunchInputs inputs = model.inputs();
        Optional<DomainXml> now = guest.domain();
        if (now.isEmpty()) {
            return;
        }
        model.forget();
        try {
            GuestCheck request = inputs.check(now.get(), texts);
            Path key = inputs.tikFile(texts);
            Optional<Path> other = inputs.tekFile(texts);
            canCheck.off(texts.get("measurement.busy"));
            tasks.start(
                    model.scope(),
                    progress -> run(request, key, other, progress),
                    new VerdictOutcome());
        } catch (ProblemException incomplete) {
            model.refuse(incomplete.problem());
        }
    }

    private static GuestCheck.Verdict run(
            GuestCheck request, Path key, Optional<Path> other, Progress progress)
            throws ProblemException {
        try (SecretBytes tik = KeyFile.TIK.read(key)) {
            if (other.isEmpty()) {
                return request.run(tik, Optional.empty(), progress);
            }
            try (SecretBytes tek = KeyFile.TEK.read(other.get())) {
                return request.run(tik, Optional.of(tek), progress);
            }
        }
    }

    /** The outcome of a check, which sets the verdict. */
    private final class VerdictOutcome implements Outcome<GuestCheck.Verdict> {
        @Override
        public void done(GuestCheck.Verdict found) {
            model.judge(found);
        }

        @Override
        public void failed(Problem problem) {
            model.refuse(problem);
        }

        @Override
        public void ended() {
            showCheck();
        }
    }
}
