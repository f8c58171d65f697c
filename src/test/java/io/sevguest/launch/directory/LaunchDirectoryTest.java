package io.sevguest.launch.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.launch.Guests;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.LaunchFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchDirectoryTest {
    @TempDir private Path folder;

    @Test
    void isPrivateAndHasAPrivateLock() throws Exception {
        LaunchDirectory directory = LaunchDirectory.claim(files());
        assertThat(mode(directory.files().directory())).isEqualTo("rwx------");
        assertThat(mode(directory.files().directory().getParent())).isEqualTo("rwx------");
        assertThat(mode(directory.files().lock())).isEqualTo("rw-------");
        directory.remove();
        assertThat(directory.files().directory()).doesNotExist();
    }

    @Test
    void isRefusedToASecondLaunchWithTheProcessOfTheFirst() throws Exception {
        LaunchDirectory first = LaunchDirectory.claim(files());
        assertThatThrownBy(() -> LaunchDirectory.claim(files()))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "This guest is already running: process "
                                + ProcessHandle.current().pid()
                                + " has started it.");
        first.remove();
        LaunchDirectory.claim(files()).remove();
    }

    @Test
    void isEmptiedOfWhatAKilledLaunchLeft() throws Exception {
        leaveBehind();
        LaunchDirectory directory = LaunchDirectory.claim(files());
        assertThat(directory.files().session()).doesNotExist();
        directory.remove();
    }

    @Test
    void isRemovedAtTheNextStartWhereAKilledLaunchLeftIt() throws Exception {
        leaveBehind();
        Path other = Files.createDirectory(runtime().resolve("somebody-elses"));
        assertThat(StaleDirectories.remove(new RuntimeDirectory(runtime())))
                .containsExactly(files().directory());
        assertThat(files().directory()).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void staysWhileItsGuestRuns() throws Exception {
        LaunchDirectory running = LaunchDirectory.claim(files());
        assertThat(StaleDirectories.remove(new RuntimeDirectory(runtime()))).isEmpty();
        assertThat(running.files().lock()).exists();
        running.remove();
    }

    @Test
    void isNotMadeThroughALink() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(runtime(), elsewhere);
        assertThatThrownBy(() -> LaunchDirectory.claim(files()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void tellsASocketPathThatIsTooLong() {
        var files = new LaunchFiles(Guests.UUID, Path.of("/" + "x".repeat(100)), false);
        assertThatThrownBy(() -> LaunchDirectory.claim(files))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "The path of a UNIX socket can have at most 107 bytes, but \""
                                + files.serialSocket()
                                + "\" has 113.");
    }

    private void leaveBehind() throws Exception {
        Path directory =
                Files.createDirectories(
                        files().directory(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(runtime(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(directory.resolve("lock"), "999999999\n999999998\n\n");
        Files.writeString(directory.resolve("session.base64"), "QUJD");
    }

    private Path runtime() {
        return folder.resolve("sevguest");
    }

    private LaunchFiles files() {
        return new LaunchFiles(Guests.UUID, runtime().resolve(Guests.UUID), false);
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
