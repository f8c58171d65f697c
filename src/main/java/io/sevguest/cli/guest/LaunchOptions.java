package io.sevguest.cli.guest;

import io.sevguest.launch.Acceleration;
import io.sevguest.launch.LaunchChoices;
import io.sevguest.qemu.Display;
import io.sevguest.qemu.EpycGeneration;
import io.sevguest.qemu.ObjectNotation;
import io.sevguest.qemu.QemuTarget;
import io.sevguest.qemu.QemuVersion;
import java.util.Optional;
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
            converter = GuestConverters.OfAcceleration.class,
            completionCandidates = GuestConverters.OfAcceleration.class,
            description =
                    "One of: ${COMPLETION-CANDIDATES}. auto is KVM where it is there, else TCG. A guest that is not"
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

    @Option(
            names = "--qemu-version",
            paramLabel = "X.Y",
            converter = QemuVersionConverter.class,
            description = "Write the command for that QEMU (default: the one installed here).")
    private Optional<QemuVersion> version = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            defaultValue = "milan",
            converter = GuestConverters.OfPlatform.class,
            completionCandidates = GuestConverters.OfPlatform.class,
            description =
                    "The processor that cbitpos and reduced-phys-bits are assumed for, where neither"
                            + " the XML nor this machine tells them: ${COMPLETION-CANDIDATES}"
                            + " (default: ${DEFAULT-VALUE}).")
    private EpycGeneration platform;

    @Option(
            names = "--object-notation",
            paramLabel = "FORM",
            defaultValue = "key-value",
            converter = GuestConverters.OfNotation.class,
            completionCandidates = GuestConverters.OfNotation.class,
            description =
                    "How the SEV object is written: ${COMPLETION-CANDIDATES} (default:"
                            + " ${DEFAULT-VALUE}). JSON as libvirt writes it needs QEMU 6.0; for an"
                            + " older one it is key-value all the same.")
    private ObjectNotation notation;

    /** Path or name of the QEMU program. */
    String program() {
        return program;
    }

    /** The version that the command is written for, where one is given. */
    Optional<QemuVersion> version() {
        return version;
    }

    /** A target with the version, platform and notation that are given. */
    QemuTarget target(QemuTarget known) {
        return version.map(known::withVersion)
                .orElse(known)
                .withPlatform(platform)
                .withNotation(notation);
    }

    LaunchChoices choices() {
        return new LaunchChoices(
                !notEncrypted, acceleration, keepChanges, paused, Display.VNC_SOCKET);
    }
}
