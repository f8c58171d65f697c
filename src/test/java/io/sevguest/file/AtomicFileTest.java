package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir Path folder;

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void keepsModeAndSymbolicLink() throws Exception {
        Path real = Files.writeString(folder.resolve("real.xml"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.xml"), Path.of("real.xml"));
        AtomicFile.write(link, bytes("new"));
        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new");
        assertThat(mode(real)).isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("link.xml", "real.xml");
    }

    @Test
    void aNewFileHasTheModeThatAnyNewFileHas() throws Exception {
        AtomicFile.write(folder.resolve("a"), bytes("x"));
        assertThat(mode(folder.resolve("a")))
                .isEqualTo(mode(Files.createFile(folder.resolve("b"))));
    }

    @Test
    void privateFilesArePrivateAndCreatedOnlyOnce() throws Exception {
        Path file = folder.resolve("key");
        AtomicFile.createPrivate(file, bytes("x"));
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> AtomicFile.createPrivate(file, bytes("y")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("exists");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        AtomicFile.writePrivate(file, bytes("z"));
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws Exception {
        Path target = Files.createDirectory(folder.resolve("guest.xml"));
        Files.writeString(target.resolve("inside"), "x");
        assertThatThrownBy(() -> AtomicFile.write(target, bytes("new")))
                .isInstanceOf(ProblemException.class);
        assertThat(names()).containsExactly("guest.xml");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/guest.xml"), bytes("new")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what()).contains("no such file"));
    }

    @Test
    void aFullDiskLeavesTheOldFileWhole() throws Exception {
        Path target = Files.writeString(folder.resolve("guest.xml"), "old");
        // RLIMIT_FSIZE makes the write fail in the middle, like a full disk.
        Process child = java("ulimit -f 4; exec \"$@\"", Writer.class, target.toString(), "once");
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(7);
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("guest.xml");
    }

    @Test
    void aNameMayBeAsLongAsTheSystemAllows() throws Exception {
        Path target = folder.resolve("n".repeat(255));
        AtomicFile.write(target, bytes("new"));
        AtomicFile.write(target, bytes("newer"));
        assertThat(target).hasContent("newer");
        assertThat(names()).containsExactly(target.getFileName().toString());
    }

    @Test
    void aNewFileThatDoesNotFitIsNotLeftBehind() throws Exception {
        Path target = folder.resolve("nvram.fd");
        Process child = java("ulimit -f 4; exec \"$@\"", Writer.class, target.toString(), "create");
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(7);
        assertThat(names()).isEmpty();
    }

    @Test
    void theOwnerIsKeptWhereThatIsAllowed() throws Exception {
        Path target = Files.writeString(folder.resolve("guest.xml"), "old");
        var other = folder.getFileSystem().getUserPrincipalLookupService();
        try {
            Files.setOwner(target, other.lookupPrincipalByName("nobody"));
        } catch (IOException notRoot) {
            assumeTrue(false, "skipped: only root may give a file away");
        }
        AtomicFile.write(target, bytes("new"));
        assertThat(Files.getOwner(target).getName()).isEqualTo("nobody");
    }

    @Test
    void twoProcessesThatSaveTheSameFileDoNotMeet() throws Exception {
        Path target = folder.resolve("guest.xml");
        Files.write(target, Writer.content('a').toArray());
        Process one = java("exec \"$@\"", Writer.class, target.toString(), "often");
        Process two = java("exec \"$@\"", Writer.class, target.toString(), "often");
        while (one.isAlive() || two.isAlive()) {
            Bytes seen = Bytes.of(Files.readAllBytes(target));
            assertThat(seen.equals(Writer.content('a')) || seen.equals(Writer.content('b')))
                    .isTrue();
        }
        assertThat(one.exitValue()).isZero();
        assertThat(two.exitValue()).isZero();
        assertThat(names()).containsExactly("guest.xml");
    }

    @Test
    void killDuringSavingLeavesAWholeFileAndTheNextSaveNoLitter() throws Exception {
        Path target = folder.resolve("guest.xml");
        Files.write(target, Writer.content('a').toArray());
        for (int round = 0; round < 3; round++) {
            Process child = java("exec \"$@\"", Writer.class, target.toString(), "forever");
            child.getInputStream().read();
            child.destroyForcibly().waitFor();
            Bytes left = Bytes.of(Files.readAllBytes(target));
            assertThat(left).isIn(Writer.content('a'), Writer.content('b'));
        }
        AtomicFile.write(target, bytes("new"));
        assertThat(names()).containsExactly("guest.xml");
    }

    private static Process java(String shell, Class<?> main, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "bash",
                                "-c",
                                shell,
                                "bash",
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Writes a file of 1 MiB, once or until killed; it prints a byte when it has begun. */
    static final class Writer {
        static Bytes content(char c) {
            return bytes(String.valueOf(c).repeat(1 << 20));
        }

        public static void main(String[] arguments) throws IOException {
            Path target = Path.of(arguments[0]);
            try {
                if (arguments[1].equals("create")) {
                    AtomicFile.createPrivate(target, content('b'));
                }
                AtomicFile.write(target, content('b'));
                System.out.write('.');
                System.out.flush();
                int rounds = arguments[1].equals("often") ? 40 : 0;
                while (arguments[1].equals("forever") || rounds-- > 0) {
                    AtomicFile.write(target, content('a'));
                    AtomicFile.write(target, content('b'));
                }
            } catch (ProblemException refused) {
                System.exit(7);
            }
        }
    }

    @Test
    @SuppressWarnings(
            "LockOnNonEnclosingClassLiteral") // A writer that still held it would show up here.
    void aWriteWaitsForNoOtherFile() throws Exception {
        var written = new CompletableFuture<Path>();
        synchronized (AtomicFile.class) {
            new Thread(
                            () -> {
                                try {
                                    Path target = folder.resolve("free");
                                    AtomicFile.write(target, Bytes.of(new byte[3]));
                                    written.complete(target);
                                } catch (ProblemException failed) {
                                    written.completeExceptionally(failed);
                                }
                            })
                    .start();
            assertThat(written.get(20, TimeUnit.SECONDS)).hasSize(3);
        }
    }
}
