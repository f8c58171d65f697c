package io.sevguest.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sevguest.launch.directory.LaunchDirectory;
import io.sevguest.launch.directory.StaleDirectories;
import io.sevguest.problem.ProblemException;
import io.sevguest.qemu.command.LaunchFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests repeated launches of one program while another constantly cleans up. */
class ClaimRaceTest {
    private static final String UUID = "3f6b2c1a-52b1-4a70-a2ba-4de9d3f2a001";
    private static final int ROUNDS = 300;

    @TempDir Path folder;

    @Test
    void tidyingUpNeverTakesADirectoryFromALaunch() throws Exception {
        var runtime = new RuntimeDirectory(folder.resolve("sevguest"));
        var over = new AtomicBoolean();
        CompletableFuture<Void> tidying = CompletableFuture.runAsync(() -> tidy(runtime, over));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var files = new LaunchFiles(UUID, runtime.path().resolve(UUID), false);
                LaunchDirectory claimed = LaunchDirectory.claim(files);
                assertThat(Files.exists(files.lock())).isTrue();
                claimed.remove();
            }
        } finally {
            over.set(true);
            tidying.join();
        }
    }

    private static void tidy(RuntimeDirectory runtime, AtomicBoolean over) {
        while (!over.get()) {
            try {
                StaleDirectories.remove(runtime);
            } catch (ProblemException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
