package io.sevguest.domain.device;

import java.util.Locale;

/** The source of a disk as written in its element. */
final class DiskSource {
    private DiskSource() {}

    /**
     * Returns the attribute of {@code <source>} that holds the path; empty for types that have
     * none.
     */
    static String attribute(String type) {
        return switch (type) {
            case "file" -> "file";
            case "block" -> "dev";
            case "dir" -> "dir";
            default -> "";
        };
    }

    /** Returns the disk type of a path; paths below {@code /dev} are block devices. */
    static String typeOf(String path) {
        return path.startsWith("/dev/") ? "block" : "file";
    }

    /** Returns the format for the file name extension of a path, by default {@code raw}. */
    static String formatOf(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".qcow2") || name.endsWith(".qcow") ? "qcow2" : "raw";
    }
}
