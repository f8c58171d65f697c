package io.sevguest.launch.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.LaunchFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the lock between two processes of the same user. */
class GuestLockTest {
    private static final String UUID = "3f6b2c1a-52b1-4a70-a2ba-4de9d3f2a001";

    @TempDir Path folder;

    private LaunchFiles files() {
        return files(folder);
    }

    private static LaunchFiles files(Path folder) {
        return new LaunchFiles(UUID, folder.resolve("sevguest").resolve(UUID), false);
    }

    @Test
    void anotherProcessIsRefusedWithThePidOfTheHolder() throws Exception {
        LaunchDirectory held = LaunchDirectory.claim(files());
        // Asking again in this process, and cleaning up, must not drop the lock.
        StaleDirectories.remove(new RuntimeDirectory(folder.resolve("sevguest")));
        assertThat(askedElsewhere())
                .contains("process " + ProcessHandle.current().pid() + " has started it");
        held.remove();
        assertThat(askedElsewhere()).isEqualTo("claimed");
    }

    @Test
    void aNoteThatIsNotYetWrittenNamesNoProcess() throws Exception {
        Path lock = Files.createFile(folder.resolve("lock"));
        assertThat(GuestLock.held(lock).what())
                .isEqualTo("This guest is just being started, or has just ended.");
        assertThat(GuestLock.held(folder.resolve("gone")).fix())
                .isEqualTo("Try again in a moment.");
    }

    private String askedElsewhere() throws Exception {
        Process child =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin/java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Claimer.class.getName(),
                                        folder.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String answer = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        child.waitFor();
        return answer;
    }

    /** Claims the directory in a separate process and prints the result. */
    static final class Claimer {
        public static void main(String[] arguments) {
            try {
                LaunchDirectory.claim(files(Path.of(arguments[0]))).remove();
                System.out.print("claimed");
            } catch (ProblemException refused) {
                System.out.print(refused.problem().what());
            }
        }
    }
}
