package io.sevguest.state.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that were open last, newest first.
 *
 * @param names absolute paths, also such as the present locale cannot hold
 */
public record RecentFiles(List<String> names) {
    public static final RecentFiles NONE = new RecentFiles(List.of());

    private static final int LIMIT = 10;

    public RecentFiles {
        names = List.copyOf(names.subList(0, Math.min(names.size(), LIMIT)));
    }

    /** Those that can be opened in this locale. */
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

    /** With a file in the first place. */
    public RecentFiles with(Path file) {
        List<String> now = new ArrayList<>();
        now.add(nameOf(file));
        now.addAll(without(file).names());
        return new RecentFiles(now);
    }

    /** Without a file, as when it no longer exists. */
    public RecentFiles without(Path file) {
        return new RecentFiles(names.stream().filter(name -> !name.equals(nameOf(file))).toList());
    }

    private static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
