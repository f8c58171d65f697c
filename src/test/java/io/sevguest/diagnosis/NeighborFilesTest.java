package io.sevguest.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sevguest.bytes.Bytes;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighborFilesTest {
    @TempDir Path folder;

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), name);
    }

    @Test
    void findsOtherImagesByTheirNames() throws IOException {
        Path given = write("b.fd");
        write("c.bin");
        write("a.rom");
        write("notes.txt");
        Files.createDirectory(folder.resolve("folder.fd"));
        assertThat(NeighborFiles.images(given))
                .extracting(Alternatives.Image::name)
                .containsExactly("a.rom", "c.bin");
    }

    /** A hard link to the given image is the same image. */
    @Test
    void leavesOutTheGivenImageUnderAnotherName() throws IOException {
        Path given = write("b.fd");
        Files.createSymbolicLink(folder.resolve("link.fd"), given);
        assertThat(NeighborFiles.images(given)).isEmpty();
    }

    @Test
    void readsNoImageThatIsTooLargeToBeOne() throws IOException {
        Path given = write("b.fd");
        try (var large = new RandomAccessFile(folder.resolve("disk.img").toFile(), "rw")) {
            large.setLength((16 << 20) + 1);
        }
        assertThat(NeighborFiles.images(given)).isEmpty();
    }

    @Test
    void readsAtMost24Images() throws IOException {
        Path given = write("given.fd");
        for (int i = 0; i < 30; i++) {
            write("image-" + i + ".fd");
        }
        assertThat(NeighborFiles.images(given)).hasSize(24);
    }

    @Test
    void findsInitrdsByTheirSums() throws IOException {
        Path kernel = write("vmlinuz");
        write("initrd.img");
        write("initramfs.img");
        byte[] content = "initrd.img".getBytes(StandardCharsets.UTF_8);
        assertThat(NeighborFiles.initrds(kernel, Progress.NONE))
                .extracting(Alternatives.Initrd::name, Alternatives.Initrd::hash)
                .contains(tuple("initrd.img", Bytes.of(content).sha256()))
                .hasSize(2);
    }

    @Test
    void aFolderThatIsNotThereHoldsNone() {
        assertThat(NeighborFiles.images(folder.resolve("gone/b.fd"))).isEmpty();
    }
}
