package io.sevguest.launch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestLogTest {
    @TempDir private Path folder;

    @Test
    void anInterruptedThreadLeavesTheLogOpen() throws Exception {
        Path file = folder.resolve("qemu.log");
        GuestLog log = GuestLog.create(file);
        Thread.currentThread().interrupt();
        log.add("cancelled");
        assertThat(Thread.interrupted()).isTrue();
        log.add("later");
        log.close();
        assertThat(Files.readAllLines(file)).containsExactly("cancelled", "later");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
