package io.sevguest.domain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that libvirtd manages itself, so that it does not notice edits to them. */
public final class LibvirtFiles {
    private static final FindingTable TABLE = FindingTable.beside(LibvirtFiles.class);
    private static final List<Path> SYSTEM =
            List.of(Path.of("/etc/libvirt"), Path.of("/run/libvirt"));

    private LibvirtFiles() {}

    /**
     * Returns a warning for a file below libvirt's own directories, with the command that makes
     * libvirtd read the change.
     *
     * @param userConfiguration the user's {@code $XDG_CONFIG_HOME}
     */
    public static Optional<Finding> check(Path file, Path userConfiguration) {
        if (!isUnderLibvirtConfig(file, userConfiguration)) {
            return Optional.empty();
        }
        return Optional.of(TABLE.finding("file-of-libvirt", quoted(file)));
    }

    /** Returns whether a file lies below libvirt's system or user configuration. */
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
