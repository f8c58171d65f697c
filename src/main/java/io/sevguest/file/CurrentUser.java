package io.sevguest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user who runs this process. In a container it often has a number alone: no entry in the
 * password database, so that Java calls its name and its home folder "?".
 */
public final class CurrentUser {
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private CurrentUser() {}

    /** Returns the user's name, or the number where there is no name. */
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

    /** Returns the user's home folder as Java knows it; empty where there is none. */
    public static Optional<Path> home() {
        String home = System.getProperty("user.home", "?");
        return isUnknown(home)
                ? Optional.empty()
                : Optional.of(Path.of(home)).filter(Path::isAbsolute);
    }

    /**
     * Returns the number of the user as whom this process makes files.
     *
     * @throws IOException if the system has no {@code /proc}
     */
    static int number() throws IOException {
        return number(THIS_PROCESS.toRealPath());
    }

    /** Returns the number of a file's owner; of a link itself, not of what it leads to. */
    static int number(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isUnknown(String value) {
        return value.isEmpty() || value.equals("?");
    }
}
