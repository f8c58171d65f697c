package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sevguest.bytes.Bytes;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that files are read completely up to the limit, whatever size they report. */
class SizedFileTest {
    @TempDir private Path folder;

    @Test
    void readsWhatIsSmallerThanTheLimit() throws Exception {
        assertThat(SizedFile.read(fileOf(4), 5)).isEqualTo(Bytes.of(new byte[] {0, 1, 2, 3}));
        assertThat(SizedFile.read(fileOf(0), 5).isEmpty()).isTrue();
    }

    @Test
    void readsWhatIsAsLargeAsTheLimit() throws Exception {
        assertThat(SizedFile.read(fileOf(5), 5).size()).isEqualTo(5);
    }

    @Test
    void refusesWhatIsLarger() throws Exception {
        Path larger = fileOf(6);
        assertThatThrownBy(() -> SizedFile.read(larger, 5))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the limit of 5 bytes");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsWhatTellsNoSize() throws Exception {
        Path status = Path.of("/proc/self/status");
        assertThat(Files.size(status)).isZero();
        assertThat(SizedFile.read(status, 1 << 20).size()).isPositive();
        assertThatThrownBy(() -> SizedFile.read(Path.of("/dev/zero"), 1 << 20))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void saysHowStandardInputIsRead() {
        assertThatThrownBy(() -> SizedFile.read(Path.of("-"), 5))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().fix()).contains("/dev/stdin"));
    }

    private Path fileOf(int size) throws Exception {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) i;
        }
        return Files.write(folder.resolve("file" + size), content);
    }
}
