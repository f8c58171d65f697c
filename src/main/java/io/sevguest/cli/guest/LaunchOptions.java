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

/** The launch options, shared by {@code preview} and {@code launch}. */
final class LaunchOptions {
    @Option(
            names = "--not-encrypted",
            description = "Leave out the SEV object, so that the guest is not encrypted.")
    private boolean notEncrypted;

    @Option(
            names = "--accel",
            paramLabel = "CHOICE",
            defaultValue = "auto",
            converter = GuestConverters.AccelerationConverter.class,
            completionCandidates = GuestConverters.AccelerationConverter.class,
            description =
                    "The accelerator. One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
                            + " auto is KVM if it is available, otherwise TCG. A guest that is not"
                            + " encrypted and does not run under KVM is started again with TCG.")
    private Acceleration acceleration;

    @Option(
            names = "--keep-changes",
            description = "Write to the guest's own disks and NVRAM instead of temporary copies.")
    private boolean keepChanges;

    @Option(
            names = "--paused",
            description =
                    "Pause the guest before its first instruction, and show the launch"
                            + " measurement.")
    private boolean paused;

    @Option(
            names = "--qemu",
            paramLabel = "PATH",
            defaultValue = QemuTarget.DEFAULT_PROGRAM,
            description = "The QEMU program, by name or path (default: ${DEFAULT-VALUE}).")
    private String program;

    @Option(
            names = "--qemu-version",
            paramLabel = "X.Y",
            converter = QemuVersionConverter.class,
            description =
                    "The version of QEMU to write the command for (default: the installed"
                            + " version).")
    private Optional<QemuVersion> version = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            defaultValue = "milan",
            converter = GuestConverters.PlatformConverter.class,
            completionCandidates = GuestConverters.PlatformConverter.class,
            description =
                    "The processor whose cbitpos and reduced-phys-bits are assumed if neither the"
                            + " XML nor this machine defines them. One of: ${COMPLETION-CANDIDATES}"
                            + " (default: ${DEFAULT-VALUE}).")
    private EpycGeneration platform;

    @Option(
            names = "--object-notation",
            paramLabel = "FORM",
            defaultValue = "key-value",
            converter = GuestConverters.NotationConverter.class,
            completionCandidates = GuestConverters.NotationConverter.class,
            description =
                    "The notation of the SEV object. One of: ${COMPLETION-CANDIDATES} (default:"
                            + " ${DEFAULT-VALUE}). JSON, which libvirt uses, requires QEMU 6.0. For an"
                            + " older version, key-value is used.")
    private ObjectNotation notation;

    /** Returns the path or name of the QEMU program. */
    String program() {
        return program;
    }

    /** Returns the QEMU version given for the command, if any. */
    Optional<QemuVersion> version() {
        return version;
    }

    /** Returns the target with the given version, platform and notation. */
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
