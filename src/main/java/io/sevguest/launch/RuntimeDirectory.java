package io.sevguest.launch;

import io.sevguest.file.CurrentUser;
import io.sevguest.qemu.command.LaunchFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The directory below which each guest has its own while it runs.
 *
 * @param path absolute; made with mode 0700 by the first launch
 */
public record RuntimeDirectory(Path path) {
    private static final String NAME = "sevguest";

    /**
     * {@code $XDG_RUNTIME_DIR/sevguest}; where that variable names no directory that this user may
     * write to, {@code sevguest-USER} in the directory for temporary files.
     */
    public static RuntimeDirectory of(
            Map<String, String> environment, Path temporary, String user) {
        Path runtime = Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""));
        return new RuntimeDirectory(
                runtime.isAbsolute() && Files.isDirectory(runtime) && Files.isWritable(runtime)
                        ? runtime.resolve(NAME)
                        : temporary.toAbsolutePath().resolve(NAME + "-" + user));
    }

    /** Returns the directory of the user who runs this process. */
    public static RuntimeDirectory ofThisProcess() {
        return of(
                System.getenv(), Path.of(System.getProperty("java.io.tmpdir")), CurrentUser.name());
    }

    /** The names of a guest's files. */
    public LaunchFiles files(String uuid, LaunchChoices choices) {
        return new LaunchFiles(uuid, path.resolve(uuid), choices.keepChanges());
    }
}
