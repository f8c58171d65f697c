package io.sevguest.domain.device;

import java.util.Locale;

/** The source of a disk as its element spells it. */
final class DiskSource {
    private DiskSource() {}

    /** The attribute of {@code <source>} that holds the path; empty for types that have none. */
    static String attribute(String type) {
        return switch (type) {
            case "file" -> "file";
            case "block" -> "dev";
            case "dir" -> "dir";
            default -> "";
        };
    }

    /** Paths below {@code /dev} are block devices. */
    static String typeOf(String path) {
        return path.startsWith("/dev/") ? "block" : "file";
    }

    /** The format that a path's ending tells; {@code raw} where it tells none. */
    static String formatOf(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".qcow2") || name.endsWith(".qcow") ? "qcow2" : "raw";
    }
}
