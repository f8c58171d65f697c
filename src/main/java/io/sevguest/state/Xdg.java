package io.sevguest.state;

import io.sevguest.file.CurrentUser;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The user's folders for configuration and state.
 *
 * <p>Source: XDG Base Directory Specification 0.8.
 *
 * @param configHome {@code $XDG_CONFIG_HOME}, else {@code ~/.config}
 * @param stateHome {@code $XDG_STATE_HOME}, else {@code ~/.local/state}
 */
public record Xdg(Path configHome, Path stateHome) {
    private static final String PROGRAM = "sevguest";

    /** Returns the folders of the user who runs this program. */
    public static Xdg ofEnvironment() {
        return of(System.getenv(), home());
    }

    /**
     * Returns the user's home folder, or the folder for temporary files if the user has none, as in
     * some containers.
     */
    public static Path home() {
        return absolute(System.getenv(), "HOME")
                .or(CurrentUser::home)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    /** Returns the folders named in an environment. Relative paths are ignored. */
    public static Xdg of(Map<String, String> environment, Path home) {
        return new Xdg(
                absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")),
                absolute(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local").resolve("state")));
    }

    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** Returns this program's folder in {@link #configHome}. */
    public Path config() {
        return configHome.resolve(PROGRAM);
    }

    /** Returns this program's folder in {@link #stateHome}. */
    public Path state() {
        return stateHome.resolve(PROGRAM);
    }
}
