package io.sevguest.qemu.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.Requirements;
import io.sevguest.domain.Availability;
import io.sevguest.domain.Finding;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.task.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("it")
class QemuProbeIT {
    @BeforeEach
    void needsQemu() {
        Requirements.program(QemuTarget.DEFAULT_PROGRAM);
    }

    @Test
    void asksARealQemu() throws ProblemException {
        ProbeReport report = QemuProbe.run(QemuTarget.DEFAULT_PROGRAM, Progress.NONE);
        assertThat(report.qemu().version().isAtLeast(2, 12)).isTrue();
        assertThat(report.qemu().build()).startsWith(report.qemu().version().toText());
        assertThat(report.qemu().machines()).contains("q35", "pc");
        assertThat(report.qemu().securityObjects().get("sev-guest"))
                .contains("policy", "cbitpos", "reduced-phys-bits", "dh-cert-file", "session-file");
    }

    @Test
    void tellsEachThingThatIsMissingWithItsRemedy() throws ProblemException {
        ProbeReport report = QemuProbe.run(QemuTarget.DEFAULT_PROGRAM, Progress.NONE);
        Assumptions.assumeFalse(report.host().sev().isPresent(), "this machine has SEV");
        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings())
                .allSatisfy(it -> assertThat(it.fix()).endsWith("."))
                .extracting(Finding::id)
                .doesNotHaveDuplicates();
        assertThat(report.host().sev().state()).isEqualTo(Availability.State.MISSING);
        assertThat(report.host().sev().remedy()).isNotEmpty();
    }

    @Test
    void saysThatAnotherProgramIsNoQemu() {
        assertThatThrownBy(() -> QemuProbe.run("/bin/true", Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"/bin/true\" does not answer as QEMU does");
    }

    @Test
    void saysThatAProgramIsMissing() {
        assertThatThrownBy(() -> QemuProbe.run("/no/such/qemu", Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no program at \"/no/such/qemu\"");
    }
}
