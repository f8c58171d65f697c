package io.sevguest.ui.guest;

import io.sevguest.launch.LaunchChoices;
import io.sevguest.qemu.QemuTarget;
import java.util.ArrayList;
import java.util.List;

/** The machine that a window plans launches for. Used on the event thread. */
public final class MachineModel {
    /** Told after each change. */
    public interface Listener {
        void changed();
    }

    private final List<Listener> listeners = new ArrayList<>();
    private Machine machine = Machine.notAsked();

    public Machine machine() {
        return machine;
    }

    /** Takes what was learned of this machine. */
    public void setTarget(QemuTarget target) {
        become(machine.withTarget(target));
    }

    /** Takes how the guest is to be started. */
    public void setChoices(LaunchChoices choices) {
        become(machine.withChoices(choices));
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    private void become(Machine changed) {
        if (!changed.equals(machine)) {
            machine = changed;
            List.copyOf(listeners).forEach(Listener::changed);
        }
    }
}
