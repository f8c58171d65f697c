package io.sevguest.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Runs work after something has ended, without losing its exceptions. */
public final class Continuation {
    private Continuation() {}

    /**
     * Runs work after something has ended, on the thread that ends it. Since nothing waits for the
     * work, an exception in either is passed to the uncaught exception handler of that thread.
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
