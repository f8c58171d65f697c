package io.sevguest.ui.measurement;

import com.formdev.flatlaf.FlatClientProperties;
import io.sevguest.bytes.Bytes;
import io.sevguest.diagnosis.ExpectedGuest;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.ui.form.EnablementReason;
import io.sevguest.ui.form.Texts;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JTextField;

/** The launch digest that the guest should have, computed on request. */
final class DigestRow {
    private final MeasurementModel model;
    private final GuestModel guest;
    private final Tasks tasks;
    private final Texts texts;
    private final EnablementReason canCompute;
    private final JTextField digest;
    private Scope asked = Scope.PROGRAM;

    DigestRow(InputRows rows, MeasurementModel model, GuestModel guest, Tasks tasks, Texts texts) {
        this.model = model;
        this.guest = guest;
        this.tasks = tasks;
        this.texts = texts;
        JButton compute = rows.button("measurement.compute", this::compute);
        canCompute = new EnablementReason(compute);
        digest = rows.text("measurement.digest", compute);
        digest.setEditable(false);
        digest.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        model.addListener(this::forgetAnother);
    }

    /** Returns the scope of a digest of the open guest in its current state. */
    private Scope scope(DomainXml domain) {
        LaunchInputs inputs = model.inputs();
        return guest.scope()
                .and(
                        () ->
                                !inputs.isSameGuest(model.inputs())
                                        || !guest.domain().equals(Optional.of(domain)));
    }

    private void forgetAnother() {
        if (asked.isOver()) {
            digest.setText("");
        }
    }

    private void compute() {
        guest.domain().ifPresent(this::compute);
    }

    private void compute(DomainXml domain) {
        try {
            asked = scope(domain);
            digest.setText("");
            ExpectedGuest expected = model.inputs().guest(domain, texts);
            canCompute.off(texts.get("measurement.busy"));
            tasks.start(asked, expected::digest, new DigestOutcome());
        } catch (ProblemException incomplete) {
            model.refuse(incomplete.problem());
        }
    }

    /** The outcome of a computation, which shows the digest. */
    private final class DigestOutcome implements Outcome<Bytes> {
        @Override
        public void done(Bytes found) {
            digest.setText(found.toHex());
            digest.setCaretPosition(0);
        }

        @Override
        public void failed(Problem problem) {
            model.refuse(problem);
        }

        @Override
        public void ended() {
            canCompute.on();
        }
    }
}
