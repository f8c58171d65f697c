package io.sevguest.ui.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.command.GuestUuid;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine for which a command is written: its QEMU, and the launch choices for the guest.
 *
 * @param runtime the directory of running guests
 * @param asked whether the machine was probed for its QEMU and firmware; before, their features are
 *     unknown
 */
public record Machine(
        QemuTarget target, RuntimeDirectory runtime, LaunchChoices choices, boolean asked) {
    /** Returns this machine before it was probed, with the default name and version of QEMU. */
    public static Machine notAsked() {
        return new Machine(
                QemuTarget.usual(), RuntimeDirectory.ofThisProcess(), LaunchChoices.USUAL, false);
    }

    public Machine withTarget(QemuTarget changed) {
        return new Machine(changed, runtime, choices, true);
    }

    public Machine withPlatform(EpycGeneration changed) {
        return new Machine(target.withPlatform(changed), runtime, choices, asked);
    }

    public Machine withChoices(LaunchChoices changed) {
        return new Machine(target, runtime, changed, asked);
    }

    /**
     * Returns the plan of a launch on this machine.
     *
     * @param path of the guest's file; empty if it has none yet
     */
    public LaunchPlan plan(DomainXml domain, Optional<Path> path) {
        String uuid =
                path.map(file -> GuestUuid.of(domain, file))
                        .orElseGet(() -> GuestUuid.ofUnsaved(domain));
        return LaunchPlan.of(domain, uuid, runtime, target, choices);
    }
}
