package io.sevguest.ui.window;

import io.sevguest.qemu.Platform;
import io.sevguest.state.Preferences;
import io.sevguest.state.PreferencesFile;
import io.sevguest.ui.dialog.Messages;
import io.sevguest.ui.guest.MachineModel;
import io.sevguest.ui.task.Tasks;
import java.util.function.UnaryOperator;

/** What the user chose and what the window remembers; each change is written at once. */
final class Settings {
    private final PreferencesFile file;
    private final Tasks tasks;
    private final Messages messages;
    private Preferences now;

    /**
     * Settings as they were read.
     *
     * @param file shared with other windows
     */
    Settings(PreferencesFile file, Preferences read, Tasks tasks, Messages messages) {
        this.file = file;
        this.now = read;
        this.tasks = tasks;
        this.messages = messages;
    }

    Preferences now() {
        return now;
    }

    /** Gives a machine the platform picked last, and keeps the one that is picked from now on. */
    void follow(MachineModel machine) {
        machine.setPlatform(now.platform());
        machine.addListener(
                () -> {
                    Platform picked = machine.machine().target().platform();
                    if (picked != now.platform()) {
                        change(before -> before.withPlatform(picked));
                    }
                });
    }

    /** Changes them here at once, and in the file by a task. */
    void change(UnaryOperator<Preferences> change) {
        now = change.apply(now);
        tasks.start(progress -> file.update(change), new Then<>(messages, written -> {}));
    }

    /** Changes them and goes on when the file is written, or could not be. */
    void change(UnaryOperator<Preferences> change, Runnable then) {
        now = change.apply(now);
        tasks.start(progress -> file.update(change), new Ending<>(messages, then));
    }
}
