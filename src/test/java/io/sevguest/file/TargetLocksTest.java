package io.sevguest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TargetLocksTest {
    private final TargetLocks locks = new TargetLocks();
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);

    @Test
    void aFileThatDoesNotAnswerHoldsUpItsOwnWritesAlone() throws Exception {
        CompletableFuture<Void> first =
                inBackground(
                        "a",
                        () -> {
                            begun.countDown();
                            await(answers);
                            written.add("a1");
                        });
        await(begun);
        CompletableFuture<Void> second = inBackground("./a", () -> written.add("a2"));
        locks.write(Path.of("b"), () -> written.add("b"));
        assertThat(written).containsExactly("b");
        answers.countDown();
        first.get(20, TimeUnit.SECONDS);
        second.get(20, TimeUnit.SECONDS);
        assertThat(written).containsExactly("b", "a1", "a2");
    }

    private CompletableFuture<Void> inBackground(String file, TargetLocks.Write write) {
        var done = new CompletableFuture<Void>();
        new Thread(
                        () -> {
                            try {
                                locks.write(Path.of(file), write);
                                done.complete(null);
                            } catch (Throwable failed) {
                                done.completeExceptionally(failed);
                            }
                        })
                .start();
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
