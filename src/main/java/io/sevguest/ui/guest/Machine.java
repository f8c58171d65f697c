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
 * The machine that a command is written for: its QEMU, and how the guest is to be started there.
 *
 * @param runtime where guests have their directories while they run
 * @param asked whether the machine was asked for its QEMU and firmware; before, what they lack is
 *     unknown
 */
public record Machine(
        QemuTarget target, RuntimeDirectory runtime, LaunchChoices choices, boolean asked) {
    /** This machine before it was asked for its QEMU: its usual name and a usual version. */
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
     * Returns the plan of a launch here.
     *
     * @param path of the guest's file, empty for one that has none yet
     */
    public LaunchPlan plan(DomainXml domain, Optional<Path> path) {
        String uuid =
                path.map(file -> GuestUuid.of(domain, file))
                        .orElseGet(() -> GuestUuid.ofUnsaved(domain));
        return LaunchPlan.of(domain, uuid, runtime, target, choices);
    }
}
