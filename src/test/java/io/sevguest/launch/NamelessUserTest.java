package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sevguest.Requirements;
import io.sevguest.file.PrivateFiles;
import io.sevguest.state.LogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a process whose user has no entry in the password database, as in many containers. */
class NamelessUserTest {
    private static final int NUMBER = 12345;

    @TempDir Path folder;

    /** The program of the process: it logs a line and creates the directory for running guests. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            LogFile.install();
            System.getLogger("nameless").log(System.Logger.Level.INFO, "a line");
            System.out.println(PrivateFiles.directory(RuntimeDirectory.ofThisProcess().path()));
        }
    }

    @Test
    void logsAndMayLaunch() throws Exception {
        String setpriv = Requirements.program("setpriv").toString();
        assumeTrue(
                Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0),
                "skipped: only root may start a process as another user");
        Path home = ownFolder("home");
        Path temporary = ownFolder("tmp");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path classes = copyOf(LogFile.class, "classes");
        Path tests = copyOf(NamelessUserTest.class, "test-classes");
        var process =
                new ProcessBuilder(
                        setpriv,
                        "--reuid=" + NUMBER,
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        classes + ":" + tests,
                        Program.class.getName());
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("XDG_") || name.equals("JAVA_TOOL_OPTIONS"));
        process.environment().put("HOME", home.toString());
        process.directory(folder.toFile());
        Path output = folder.resolve("output");
        Process running = process.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output)
                .content(StandardCharsets.UTF_8)
                .isEqualTo(temporary.resolve("sevguest-" + NUMBER) + "\n");
        assertThat(home.resolve(".local/state/sevguest/sevguest.log"))
                .content(StandardCharsets.UTF_8)
                .contains("a line");
    }

    private Path ownFolder(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.setAttribute(made, "unix:uid", NUMBER);
        return made;
    }

    /** Copies the classes in the folder of a class to a place that every user may read. */
    private Path copyOf(Class<?> one, String name) throws Exception {
        Path from = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path to = folder.resolve(name);
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (file.toString().endsWith(".class")) {
                            Path copy = to.resolve(from.relativize(file));
                            Files.createDirectories(copy.getParent());
                            Files.copy(file, copy);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return to;
    }
}
