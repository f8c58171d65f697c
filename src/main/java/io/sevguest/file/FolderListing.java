package io.sevguest.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lists the files in a folder. A read failure in the middle of the list is an {@link IOException}
 * too, unlike in the JDK's own stream, which throws an unchecked exception.
 */
public final class FolderListing {
    private FolderListing() {}

    /** Returns all entries of a folder, sorted by name. */
    public static List<Path> of(Path folder) throws IOException {
        return of(folder, name -> true);
    }

    /**
     * Returns the entries of a folder with matching names, sorted by name.
     *
     * @param fits tests a file name
     */
    public static List<Path> of(Path folder, Predicate<String> fits) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return sorted(entries, fits);
        }
    }

    static List<Path> sorted(Iterable<Path> entries, Predicate<String> fits) throws IOException {
        List<Path> all = new ArrayList<>();
        try {
            for (Path entry : entries) {
                if (fits.test(entry.getFileName().toString())) {
                    all.add(entry);
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        all.sort(null);
        return List.copyOf(all);
    }
}
