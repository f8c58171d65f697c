package io.sevguest.domain;

import io.sevguest.problem.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that libvirtd keeps for itself, where an edit goes unseen. */
public final class LibvirtFiles {
    private static final List<Path> SYSTEM =
            List.of(Path.of("/etc/libvirt"), Path.of("/run/libvirt"));

    private LibvirtFiles() {}

    /**
     * A warning for a file below libvirt's own directories, with the command that makes libvirtd
     * take the change.
     *
     * @param userConfiguration the user's {@code $XDG_CONFIG_HOME}
     */
    public static Optional<Finding> check(Path file, Path userConfiguration) {
        if (!isUnderLibvirtConfig(file, userConfiguration)) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        "file-of-libvirt",
                        Severity.WARNING,
                        "",
                        "",
                        0,
                        "The file is one of libvirt's own: libvirtd will not see a change made to"
                                + " it here, and may overwrite it.",
                        "After saving run: virsh define " + quoted(file),
                        Optional.empty()));
    }

    /** Whether a file lies below libvirt's system or user configuration. */
    public static boolean isUnderLibvirtConfig(Path file, Path userConfiguration) {
        Path place = file.toAbsolutePath().normalize();
        return place.startsWith(userConfiguration.toAbsolutePath().normalize().resolve("libvirt"))
                || SYSTEM.stream().anyMatch(place::startsWith);
    }

    private static String quoted(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        return path.matches("[\\w@%+=:,./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
