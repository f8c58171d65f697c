package io.sevguest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.state.Xdg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that no test reads or writes the developer's configuration and state. */
class TestHomeTest {
    /** Both test runs and the integration tests set the folders. */
    @Test
    void theBuildNamesFoldersOfItsOwn() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String variable : TestHome.VARIABLES) {
            assertThat(pom.split("<" + variable + ">\\$\\{project.build.directory}/test-home/", -1))
                    .as(variable)
                    .hasSize(3);
        }
    }

    @Test
    void testsUseThem() {
        if (System.getProperty("surefire.test.class.path") == null) {
            Requirements.missing(
                    "Maven does not run the tests, so nothing names a home of their own");
        }
        Xdg places = Xdg.ofEnvironment();
        assertThat(TestHome.folder("XDG_CONFIG_HOME")).contains(places.configHome());
        assertThat(TestHome.folder("XDG_STATE_HOME")).contains(places.stateHome());
    }

    /** Other code that used the home folder would bypass the folders that the build sets. */
    @Test
    void nothingElseAsksForTheHomeFolder() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> asking =
                    sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(TestHomeTest::asksForHome)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList();
            assertThat(asking)
                    .containsExactly(
                            "CurrentUser.java",
                            "FirmwareDescriptors.java",
                            "SystemEncoding.java",
                            "Xdg.java");
        }
    }

    private static boolean asksForHome(Path source) {
        try {
            String text = Files.readString(source);
            return text.contains("\"user.home\"") || text.contains("\"HOME\"");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
