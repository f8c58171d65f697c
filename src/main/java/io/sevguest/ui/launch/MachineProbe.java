package io.sevguest.ui.launch;

import io.sevguest.launch.LaunchTarget;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.launch.StaleDirectories;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.ProbeReport;
import io.sevguest.qemu.QemuProbe;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.task.Progress;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;

/**
 * Asks this machine, off the event thread, for its QEMU, its firmware, KVM and SEV; what launches
 * left behind that were killed is removed before.
 */
public final class MachineProbe {
    private record Found(ProbeReport report, QemuTarget target) {}

    private MachineProbe() {}

    /** Asks a QEMU program, and tells the model. */
    public static void start(String program, MachineModel machine, Tasks tasks) {
        tasks.start(
                progress -> ask(program, progress),
                new Outcome<Found>() {
                    @Override
                    public void done(Found found) {
                        machine.learn(found.report(), found.target());
                    }

                    @Override
                    public void failed(Problem problem) {
                        machine.learn(problem);
                    }
                });
    }

    private static Found ask(String program, Progress progress) throws ProblemException {
        StaleDirectories.remove(RuntimeDirectory.ofThisProcess());
        ProbeReport report = QemuProbe.run(program, progress);
        return new Found(report, LaunchTarget.of(report));
    }
}
