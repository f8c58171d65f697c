package io.sevguest.state.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final String TEXT = "<domain>\r\n<name>ü𝄞</name></domain>";

    @TempDir private Path temporary;
    private Path folder;
    private Recovery recovery;

    @BeforeEach
    void chooseFolder() {
        folder = temporary.resolve("state/recovery");
        recovery = new Recovery(folder);
    }

    private Process holder() throws Exception {
        Process process =
                Program.java(
                                List.of(),
                                List.of(SlotHolder.class.getName(), folder.toString(), TEXT))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("kept");
        return process;
    }

    @Test
    void whatAKilledProcessLeftIsFoundOnce() throws Exception {
        Process process = holder();
        assertThat(recovery.orphans()).isEmpty();
        process.destroyForcibly().waitFor();
        List<RecoverySlot> orphans = recovery.orphans();
        assertThat(orphans).hasSize(1);
        assertThat(orphans.get(0).document()).contains(SlotHolder.document(TEXT));
        assertThat(files()).allMatch(RecoveryTest::isPrivate);
        orphans.get(0).close();
        List<RecoverySlot> again = recovery.orphans();
        assertThat(again).hasSize(1);
        again.get(0).remove();
        assertThat(recovery.orphans()).isEmpty();
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static boolean isPrivate(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .equals("rw-------");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aProcessThatEndsRegularlyLeavesNothing() throws Exception {
        Process process = holder();
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(recovery.orphans()).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void slotsOfThisProcessAreNoOrphans() throws Exception {
        RecoverySlot slot = recovery.open();
        slot.keep(SlotHolder.document(TEXT));
        assertThat(recovery.orphans()).isEmpty();
        assertThat(slot.document()).contains(SlotHolder.document(TEXT));
        slot.forget();
        assertThat(slot.document()).isEmpty();
        slot.remove();
    }
}
