package io.sevguest.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Work that follows the end of something, and whose faults are not lost. */
public final class Continuation {
    private Continuation() {}

    /**
     * Has work done once something has ended, on the thread that ends it. A fault in either goes to
     * that thread's handler of uncaught exceptions, as no one waits for the work.
     */
    public static <T> void after(CompletableFuture<T> end, Consumer<? super T> work) {
        var unused =
                end.thenAccept(work)
                        .exceptionally(
                                fault -> {
                                    report(fault);
                                    return null;
                                });
    }

    private static void report(Throwable fault) {
        Thread thread = Thread.currentThread();
        boolean wrapped = fault instanceof CompletionException && fault.getCause() != null;
        thread.getUncaughtExceptionHandler()
                .uncaughtException(thread, wrapped ? fault.getCause() : fault);
    }
}
