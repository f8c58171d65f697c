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
 * The choices of the user and the state of the window that are remembered; changes are written in
 * their order.
 */
public final class Settings {
    private final PreferencesFile file;
    private final TaskQueue writes;
    private final Messages messages;
    private Preferences now;

    /**
     * Settings as they were read.
     *
     * @param file shared with other windows
     */
    public Settings(PreferencesFile file, Preferences read, Tasks tasks, Messages messages) {
        this.file = file;
        this.now = read;
        this.writes = tasks.queue();
        this.messages = messages;
    }

    public Preferences now() {
        return now;
    }

    /** Gives a machine the platform picked last, and keeps the one that is picked from now on. */
    public void follow(MachineModel machine) {
        machine.setPlatform(now.platform());
        machine.addListener(
                () -> {
                    EpycGeneration picked = machine.machine().target().platform();
                    if (picked != now.platform()) {
                        change(before -> before.withPlatform(picked));
                    }
                });
    }

    /** Changes them here at once, and in the file by a task. */
    public void change(UnaryOperator<Preferences> change) {
        change(change, () -> {});
    }

    /** Changes them and goes on when the file is written, or could not be. */
    public void change(UnaryOperator<Preferences> change, Runnable then) {
        now = change.apply(now);
        writes.write(
                Scope.PROGRAM,
                () -> progress -> file.update(change),
                new CompletionHandler<>(messages, then));
    }
}
