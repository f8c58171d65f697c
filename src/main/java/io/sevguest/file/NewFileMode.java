package io.sevguest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Determines the permissions of new files under the umask of the process, by creating and removing
 * a file.
 */
final class NewFileMode {
    private NewFileMode() {}

    static Set<PosixFilePermission> permissions(Path beside) throws IOException {
        Path probe = beside.resolveSibling(beside.getFileName() + "-mode");
        Files.deleteIfExists(probe);
        try {
            Files.createFile(probe);
            return Files.getPosixFilePermissions(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
