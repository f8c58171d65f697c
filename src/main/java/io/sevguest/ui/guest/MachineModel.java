package io.sevguest.ui.guest;

import io.sevguest.launch.LaunchChoices;
import io.sevguest.problem.Problem;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.host.ProbeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine for which a window plans launches. Used on the event thread. */
public final class MachineModel {
    /** A listener that is called after each change. */
    public interface Listener {
        void changed();
    }

    private final List<Listener> listeners = new ArrayList<>();
    private Machine machine = Machine.notAsked();
    private Optional<ProbeReport> report = Optional.empty();
    private Optional<Problem> noQemu = Optional.empty();

    public Machine machine() {
        return machine;
    }

    /**
     * Returns the answers of QEMU and this machine; empty before the probe, and if there is no
     * QEMU.
     */
    public Optional<ProbeReport> report() {
        return report;
    }

    /** Returns the reason why QEMU could not be probed. */
    public Optional<Problem> noQemu() {
        return noQemu;
    }

    /**
     * Sets the result of a probe of this machine.
     *
     * @param target the QEMU that was probed, with its answers
     */
    public void learn(ProbeReport told, QemuTarget target) {
        report = Optional.of(told);
        noQemu = Optional.empty();
        machine = machine.withTarget(target.withPlatform(machine.target().platform()));
        tell();
    }

    /**
     * Records that there is no QEMU.
     *
     * @param usual the QEMU for which commands are written instead, with this machine's files
     */
    public void learn(Problem missing, QemuTarget usual) {
        report = Optional.empty();
        noQemu = Optional.of(missing);
        machine = machine.withTarget(usual.withPlatform(machine.target().platform()));
        tell();
    }

    /** Sets the processor whose values are assumed. */
    public void setPlatform(EpycGeneration platform) {
        if (platform != machine.target().platform()) {
            machine = machine.withPlatform(platform);
            tell();
        }
    }

    /** Sets the launch choices for the guest. */
    public void setChoices(LaunchChoices choices) {
        if (!choices.equals(machine.choices())) {
            machine = machine.withChoices(choices);
            tell();
        }
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Listener::changed);
    }
}
