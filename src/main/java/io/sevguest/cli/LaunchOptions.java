package io.sevguest.cli;

import io.sevguest.launch.Acceleration;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.QemuTarget;
import picocli.CommandLine.Option;

/** The options on how a guest is started, the same for preview and launch. */
final class LaunchOptions {
    @Option(
            names = "--not-encrypted",
            description = "Leave out the SEV object: the same guest, not encrypted.")
    private boolean notEncrypted;

    @Option(
            names = "--accel",
            paramLabel = "CHOICE",
            defaultValue = "auto",
            description =
                    "kvm, tcg, or auto (KVM where it is there, else TCG). A guest that is not"
                            + " encrypted and does not run under KVM is started once more with"
                            + " TCG.")
    private Acceleration acceleration;

    @Option(
            names = "--keep-changes",
            description = "Write to the guest's own disks and NVRAM, not to throwaway copies.")
    private boolean keepChanges;

    @Option(
            names = "--paused",
            description = "Wait before the first instruction; shows the launch measurement.")
    private boolean paused;

    @Option(
            names = "--qemu",
            paramLabel = "PATH",
            defaultValue = QemuTarget.DEFAULT_PROGRAM,
            description = "The QEMU to use (default: ${DEFAULT-VALUE}).")
    private String program;

    /** Path or name of the QEMU program. */
    String program() {
        return program;
    }

    LaunchChoices choices() {
        return new LaunchChoices(
                !notEncrypted, acceleration, keepChanges, paused, Display.VNC_SOCKET);
    }
}
