package io.sevguest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user who runs this process. In a container the user often has no entry in the password
 * database, only a number. Java then returns "?" for the name and the home folder.
 */
public final class CurrentUser {
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private CurrentUser() {}

    /** Returns the user's name, or the number if there is no name. */
    public static String name() {
        String name = System.getProperty("user.name", "?");
        if (!isUnknown(name)) {
            return name;
        }
        try {
            return Integer.toString(number());
        } catch (IOException noProc) {
            throw new UncheckedIOException(noProc);
        }
    }

    /** Returns the user's home folder according to Java; empty if there is none. */
    public static Optional<Path> home() {
        String home = System.getProperty("user.home", "?");
        return isUnknown(home)
                ? Optional.empty()
                : Optional.of(Path.of(home)).filter(Path::isAbsolute);
    }

    /**
     * Returns the number of the user who owns the files that this process creates.
     *
     * @throws IOException if the system has no {@code /proc}
     */
    static int number() throws IOException {
        return number(THIS_PROCESS.toRealPath());
    }

    /** Returns the number of a file's owner. For a link, it is the owner of the link itself. */
    static int number(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isUnknown(String value) {
        return value.isEmpty() || value.equals("?");
    }
}
