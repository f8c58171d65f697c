package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {
    @TempDir Path folder;

    private List<FileSet.Entry> entries(String content) {
        return List.of(
                new FileSet.Entry(
                        folder.resolve("vm_tik.bin"),
                        SecretBytes.take((content + " key").getBytes(StandardCharsets.UTF_8))),
                entry("vm_session.b64", content + " blob"),
                entry("vm.session.json", content + " note"));
    }

    private FileSet.Entry entry(String name, String content) {
        return FileSet.Entry.of(
                folder.resolve(name), Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, String> found() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found;
    }

    private static Map<String, String> whole(String content) {
        return new TreeMap<>(
                Map.of(
                        "vm_tik.bin", content + " key",
                        "vm_session.b64", content + " blob",
                        "vm.session.json", content + " note"));
    }

    @Test
    void writesAllFilesForTheirOwnerAlone() throws Exception {
        FileSet.write(entries("new"), false);
        assertThat(found()).isEqualTo(whole("new"));
        assertModes();
        for (String name : whole("").keySet()) {
            Files.setPosixFilePermissions(
                    folder.resolve(name), PosixFilePermissions.fromString("rw-rw-rw-"));
        }
        FileSet.write(entries("newer"), true);
        assertThat(found()).isEqualTo(whole("newer"));
        assertModes();
    }

    private void assertModes() throws IOException {
        for (String name : whole("").keySet()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(PrivateFiles.FILE);
        }
    }

    @Test
    void replacesNoFileUnlessToldTo() throws Exception {
        Files.writeString(folder.resolve("vm.session.json"), "mine");
        assertThatThrownBy(() -> FileSet.write(entries("new"), false))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The file already exists.");
        assertThat(found()).isEqualTo(Map.of("vm.session.json", "mine"));
    }

    @Test
    void aFileThatComesUpMeanwhileStays() throws Exception {
        Path late = folder.resolve("vm_session.b64");
        var steps =
                new DiskSteps() {
                    @Override
                    void link(Path file, Path name) throws IOException {
                        if (name.equals(late)) {
                            Files.writeString(late, "of another program");
                        }
                        super.link(file, name);
                    }
                };
        assertThatThrownBy(() -> new FileSet(steps).writeAll(entries("new"), false))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().where()).isEqualTo(late.toString()));
        assertThat(found()).isEqualTo(Map.of("vm_session.b64", "of another program"));
    }

    @Test
    void aFailureAtAnyStepOfANewSetLeavesNothing() throws Exception {
        int step = 0;
        while (failsAt(step, false)) {
            assertThat(found()).as("failed at step " + step).isEmpty();
            step++;
        }
        assertThat(step).isEqualTo(3 * 3 + 1);
        assertThat(found()).isEqualTo(whole("new"));
    }

    @Test
    void aFailureAtAnyStepOfReplacingLeavesTheOldSet() throws Exception {
        FileSet.write(entries("old"), false);
        int step = 0;
        while (failsAt(step, true)) {
            assertThat(found()).as("failed at step " + step).isEqualTo(whole("old"));
            step++;
        }
        assertThat(step).isEqualTo(3 * 4 + 1);
        assertThat(found()).isEqualTo(whole("new"));
    }

    private boolean failsAt(int step, boolean overwrite) {
        try {
            new FileSet(new Failing(step)).writeAll(entries("new"), overwrite);
            return false;
        } catch (ProblemException failed) {
            assertThat(failed.problem().what()).contains("disk is gone");
            return true;
        }
    }

    @Test
    void theMarkOfCompletenessIsAwayWhileFilesChange() throws Exception {
        FileSet.write(entries("old"), false);
        Path mark = folder.resolve("vm.session.json");
        var steps =
                new DiskSteps() {
                    @Override
                    void rename(Path file, Path name) throws IOException {
                        if (name.getFileName().toString().equals("vm_tik.bin")) {
                            assertThat(mark).doesNotExist();
                        }
                        super.rename(file, name);
                    }
                };
        new FileSet(steps).writeAll(entries("new"), true);
        assertThat(found()).isEqualTo(whole("new"));
    }

    @Test
    void anOldFileThatCannotComeBackIsKeptUnderItsHiddenName() throws Exception {
        FileSet.write(entries("old"), false);
        var steps =
                new Failing(10) {
                    @Override
                    void rename(Path file, Path name) throws IOException {
                        if (file.toString().endsWith(".sevguest-old")) {
                            throw new IOException("no way back");
                        }
                        super.rename(file, name);
                    }
                };
        assertThatThrownBy(() -> new FileSet(steps).writeAll(entries("new"), true))
                .isInstanceOf(ProblemException.class);
        assertThat(found()).containsValue("old note").containsEntry("vm_tik.bin", "new key");
    }

    @Test
    void saysWhatCouldNotBeRemoved() throws Exception {
        var steps =
                new DiskSteps() {
                    @Override
                    void delete(Path file) throws IOException {
                        throw new IOException("read-only");
                    }
                };
        assertThatThrownBy(() -> new FileSet(steps).writeAll(entries("new"), false))
                .hasMessageContaining("could not be removed");
        assertThat(found()).containsAllEntriesOf(whole("new"));
    }

    @Test
    void aFolderOrLinkIsNotReplaced() throws Exception {
        Files.createDirectory(folder.resolve("vm_tik.bin"));
        assertThatThrownBy(() -> FileSet.write(entries("new"), true))
                .hasMessageContaining("not replaced");
        assertThatThrownBy(() -> FileSet.write(List.of(entry("a", "1"), entry("a", "2")), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOpenUmaskOpensNothing() throws Exception {
        List<String> command =
                List.of(
                        "bash",
                        "-c",
                        "umask 000; exec \"$@\"",
                        "bash",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString());
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
        assertModes();
    }

    /** Writes a file set into a folder; every file is private while it is written. */
    static final class Writer {
        public static void main(String[] arguments) throws ProblemException {
            var test = new FileSetTest();
            test.folder = Path.of(arguments[0]);
            var steps =
                    new DiskSteps() {
                        @Override
                        void write(FileChannel channel, byte[] content) throws IOException {
                            super.write(channel, Arrays.copyOf(content, 1));
                            try (Stream<Path> files = Files.list(test.folder)) {
                                for (Path file : files.toList()) {
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(PrivateFiles.FILE);
                                }
                            }
                        }
                    };
            new FileSet(steps).writeAll(test.entries("new"), false);
        }
    }

    /** A disk that fails once at one step, for a write in the middle, and then works again. */
    private static class Failing extends DiskSteps {
        private int left;

        Failing(int left) {
            this.left = left;
        }

        private void step() throws IOException {
            if (left-- == 0) {
                throw new IOException("the disk is gone");
            }
        }

        @Override
        void write(FileChannel channel, byte[] content) throws IOException {
            super.write(channel, Arrays.copyOf(content, content.length / 2));
            step();
            super.write(channel, Arrays.copyOfRange(content, content.length / 2, content.length));
        }

        @Override
        void sync(FileChannel channel) throws IOException {
            step();
            super.sync(channel);
        }

        @Override
        void link(Path file, Path name) throws IOException {
            step();
            super.link(file, name);
        }

        @Override
        void rename(Path file, Path name) throws IOException {
            step();
            super.rename(file, name);
        }
    }
}
