package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.bytes.Bytes;
import io.sevguest.diagnosis.ExpectedGuest;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.form.Usable;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JTextField;

/** The launch digest that the guest should have, computed when it is asked for. */
final class DigestRow {
    private final MeasurementModel model;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<Problem> refused;
    private final Usable canCompute;
    private final JTextField digest;
    private LaunchInputs asked = LaunchInputs.NONE;
    private Optional<DomainXml> about = Optional.empty();

    /**
     * @param refused is told why there is none
     */
    DigestRow(
            InputRows rows,
            MeasurementModel model,
            GuestModel guest,
            Tasks tasks,
            Texts texts,
            Consumer<Problem> refused) {
        this.model = model;
        this.guest = guest;
        this.tasks = tasks;
        this.texts = texts;
        this.refused = refused;
        JButton compute = rows.button("measurement.compute", this::compute);
        canCompute = new Usable(compute);
        digest = rows.text("measurement.digest", compute);
        digest.setEditable(false);
        digest.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        model.addListener(this::forgetAnother);
    }

    private boolean isStill() {
        return asked.isSameGuest(model.inputs()) && about.equals(guest.domain());
    }

    private void forgetAnother() {
        if (!isStill()) {
            digest.setText("");
        }
    }

    private void compute() {
        guest.domain().ifPresent(this::compute);
    }

    private void compute(DomainXml domain) {
        try {
            asked = model.inputs();
            about = Optional.of(domain);
            ExpectedGuest expected = asked.guest(domain, texts);
            digest.setText("");
            canCompute.off(texts.get("measurement.busy"));
            tasks.start(expected::digest, new Showing());
        } catch (ProblemException incomplete) {
            refused.accept(incomplete.problem());
        }
    }

    /** Shows the digest, if it is still that of the guest. */
    private final class Showing implements Outcome<Bytes> {
        @Override
        public void done(Bytes found) {
            if (isStill()) {
                digest.setText(found.toHex());
                digest.setCaretPosition(0);
            }
        }

        @Override
        public void failed(Problem problem) {
            refused.accept(problem);
        }

        @Override
        public void ended() {
            canCompute.on();
        }
    }
}
