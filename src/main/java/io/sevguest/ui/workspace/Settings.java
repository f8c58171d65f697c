package io.sevguest.ui.workspace;

import io.sevguest.qemu.EpycGeneration;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Scope;
import io.sevguest.ui.task.TaskQueue;
import io.sevguest.ui.task.Tasks;
import java.util.function.UnaryOperator;

/**
 * The saved choices of the user and the state of the window; changes are written in their order.
 */
public final class Settings {
    private final PreferencesFile file;
    private final TaskQueue writes;
    private final Messages messages;
    private final SharedPreferences shared;

    /**
     * Creates settings from preferences.
     *
     * @param file shared with other processes
     * @param shared with the other windows of this process
     */
    public Settings(
            PreferencesFile file, SharedPreferences shared, Tasks tasks, Messages messages) {
        this.file = file;
        this.shared = shared;
        this.writes = tasks.queue();
        this.messages = messages;
    }

    public Preferences now() {
        return shared.now();
    }

    /** Sets the last chosen processor generation of a machine, and saves later choices. */
    public void follow(MachineModel machine) {
        machine.setPlatform(now().platform());
        machine.addListener(new PlatformListener(machine));
    }

    /** Saves the choice of this window; that of another window stays if nothing is chosen here. */
    private final class PlatformListener implements MachineModel.Listener {
        private final MachineModel machine;
        private EpycGeneration known;

        PlatformListener(MachineModel machine) {
            this.machine = machine;
            known = machine.machine().target().platform();
        }

        @Override
        public void changed() {
            EpycGeneration picked = machine.machine().target().platform();
            if (picked != known) {
                known = picked;
                change(before -> before.withPlatform(picked));
            }
        }
    }

    /** Changes the settings at once, and the file in a task. */
    public void change(UnaryOperator<Preferences> change) {
        change(change, () -> {});
    }

    /** Changes the settings, and continues when the file was written or could not be written. */
    public void change(UnaryOperator<Preferences> change, Runnable then) {
        shared.change(change);
        writes.write(
                Scope.PROGRAM,
                () -> progress -> file.update(change),
                new CompletionHandler<>(messages, then));
    }
}
