package io.sevguest.ui.launch;

import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.launch.directory.StaleDirectories;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.host.ProbeReport;
import io.sevguest.qemu.host.QemuProbe;
import io.sevguest.task.Progress;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.Tasks;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Probes this machine for QEMU, firmware, KVM and SEV, off the event thread, after removing files
 * left by killed launches.
 */
public final class MachineProbe {
    private static final System.Logger LOG = System.getLogger(MachineProbe.class.getName());

    /** The result of a probe; with a problem in place of a report if QEMU could not be probed. */
    private record ProbeResult(
            Optional<ProbeReport> report, Optional<Problem> noQemu, QemuTarget target) {}

    private MachineProbe() {}

    /** Probes a QEMU program, and updates the model. */
    public static void start(String program, MachineModel machine, Tasks tasks) {
        tasks.start(
                Scope.PROGRAM,
                progress -> ask(program, progress),
                new Outcome<ProbeResult>() {
                    @Override
                    public void done(ProbeResult found) {
                        found.report().ifPresent(it -> machine.learn(it, found.target()));
                        found.noQemu().ifPresent(it -> machine.learn(it, found.target()));
                    }

                    @Override
                    public void failed(Problem problem) {
                        machine.learn(problem, QemuTarget.usual());
                    }
                });
    }

    /** Removes files left by killed launches, off the event thread. */
    public static void tidy(Tasks tasks) {
        tasks.start(
                Scope.PROGRAM,
                progress -> StaleDirectories.remove(RuntimeDirectory.ofThisProcess()),
                new Outcome<List<Path>>() {
                    @Override
                    public void done(List<Path> removed) {
                        LOG.log(Level.INFO, "left behind by earlier launches: {0}", removed);
                    }

                    @Override
                    public void failed(Problem problem) {
                        LOG.log(Level.WARNING, "{0}", problem.toText());
                    }
                });
    }

    private static ProbeResult ask(String program, Progress progress) {
        try {
            ProbeReport report = QemuProbe.run(program, progress);
            return new ProbeResult(Optional.of(report), Optional.empty(), LaunchTarget.of(report));
        } catch (ProblemException noQemu) {
            return new ProbeResult(
                    Optional.empty(),
                    Optional.of(noQemu.problem()),
                    LaunchTarget.unasked(program, QemuTarget.USUAL_VERSION));
        }
    }
}
