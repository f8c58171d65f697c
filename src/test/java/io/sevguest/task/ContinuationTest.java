package io.sevguest.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final List<Throwable> faults = new ArrayList<>();

    @Test
    void theWorkGetsWhatTheEndBrings() throws InterruptedException {
        var got = new ArrayList<String>();
        Continuation.after(end, got::add);
        assertThat(got).isEmpty();
        inAThread(() -> end.complete("done"));
        assertThat(got).containsExactly("done");
        assertThat(faults).isEmpty();
    }

    @Test
    void aFaultOfTheWorkReachesTheHandlerOfTheThread() throws InterruptedException {
        var fault = new IllegalStateException("no such window");
        Continuation.after(
                end,
                value -> {
                    throw fault;
                });
        inAThread(() -> end.complete("done"));
        assertThat(faults).containsExactly(fault);
    }

    @Test
    void aFaultOfTheEndReachesTheHandlerOfTheThread() throws InterruptedException {
        var fault = new IllegalStateException("it never began");
        Continuation.after(end, value -> {});
        inAThread(() -> end.completeExceptionally(fault));
        assertThat(faults).containsExactly(fault);
    }

    private void inAThread(Runnable work) throws InterruptedException {
        var thread = new Thread(work);
        thread.setUncaughtExceptionHandler((where, fault) -> faults.add(fault));
        thread.start();
        thread.join();
    }
}
