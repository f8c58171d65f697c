package io.sevguest.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XdgTest {
    private static final Path HOME = Path.of("/home/anna");

    @Test
    void withoutVariablesTheFoldersStandInTheHome() {
        Xdg xdg = Xdg.of(Map.of(), HOME);
        assertThat(xdg.config()).isEqualTo(Path.of("/home/anna/.config/sevguest"));
        assertThat(xdg.state()).isEqualTo(Path.of("/home/anna/.local/state/sevguest"));
    }

    @Test
    void absolutePathsOfTheEnvironmentCount() {
        Xdg xdg =
                Xdg.of(
                        Map.of(
                                "XDG_CONFIG_HOME", "/c",
                                "XDG_STATE_HOME", "relative"),
                        HOME);
        assertThat(xdg.config()).isEqualTo(Path.of("/c/sevguest"));
        assertThat(xdg.state()).isEqualTo(Path.of("/home/anna/.local/state/sevguest"));
    }
}
