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

    /** The folders of the user who runs this program. */
    public static Xdg ofEnvironment() {
        return of(System.getenv(), home());
    }

    /**
     * Returns the user's home folder; where a user in a container has none, the folder for
     * temporary files.
     */
    public static Path home() {
        return absolute(System.getenv(), "HOME")
                .or(CurrentUser::home)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
    }

    /** The folders as an environment names them; relative paths in it do not count. */
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

    /** This program's folder below {@link #configHome}. */
    public Path config() {
        return configHome.resolve(PROGRAM);
    }

    /** This program's folder below {@link #stateHome}. */
    public Path state() {
        return stateHome.resolve(PROGRAM);
    }
}
