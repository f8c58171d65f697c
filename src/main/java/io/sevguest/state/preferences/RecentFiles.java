package io.sevguest.state.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recently opened files, newest first.
 *
 * @param names absolute paths, including those that the current locale cannot represent
 */
public record RecentFiles(List<String> names) {
    public static final RecentFiles NONE = new RecentFiles(List.of());

    private static final int LIMIT = 10;

    public RecentFiles {
        names = List.copyOf(names.subList(0, Math.min(names.size(), LIMIT)));
    }

    /** Returns the files whose names the current locale can represent. */
    public List<Path> paths() {
        return names.stream().flatMap(RecentFiles::path).toList();
    }

    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException ofAnotherLocale) {
            return Stream.empty();
        }
    }

    /** Returns a copy with a file at the first place. */
    public RecentFiles with(Path file) {
        List<String> now = new ArrayList<>();
        now.add(nameOf(file));
        now.addAll(without(file).names());
        return new RecentFiles(now);
    }

    /** Returns a copy without a file, for example because it no longer exists. */
    public RecentFiles without(Path file) {
        return new RecentFiles(names.stream().filter(name -> !name.equals(nameOf(file))).toList());
    }

    private static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
