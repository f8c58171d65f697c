package io.sevguest.launch.directory;

import io.sevguest.file.FileProblems;
import io.sevguest.file.FolderListing;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.LaunchFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Directories that launches left behind because they were killed. */
public final class StaleDirectories {
    private static final System.Logger LOG = System.getLogger(StaleDirectories.class.getName());
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    private StaleDirectories() {}

    /**
     * Removes them; those whose QEMU still runs stay.
     *
     * @return what was removed
     */
    public static List<Path> remove(RuntimeDirectory runtime) throws ProblemException {
        List<Path> removed = new ArrayList<>();
        if (!Files.isDirectory(runtime.path(), LinkOption.NOFOLLOW_LINKS)) {
            return removed;
        }
        try {
            for (Path directory : FolderListing.of(runtime.path())) {
                if (isGuests(directory) && removeUnused(directory)) {
                    removed.add(directory);
                }
            }
        } catch (IOException failure) {
            throw FileProblems.reading(runtime.path(), failure);
        }
        return removed;
    }

    private static boolean isGuests(Path directory) {
        return UUID.matcher(directory.getFileName().toString()).matches()
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean removeUnused(Path directory) {
        var files = new LaunchFiles(directory.getFileName().toString(), directory, false);
        try {
            LaunchDirectory.claim(files).remove();
            LOG.log(Level.INFO, "removed {0}, left behind by a launch that was killed", directory);
            return true;
        } catch (ProblemException inUse) {
            LOG.log(Level.INFO, "{0} stays: {1}", directory, inUse.problem().what());
            return false;
        }
    }
}
