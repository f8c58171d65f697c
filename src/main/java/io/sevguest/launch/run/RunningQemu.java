package io.sevguest.launch.run;

import io.sevguest.problem.Problem;
import io.sevguest.process.ProcessExit;
import io.sevguest.process.RunningProcess;
import io.sevguest.qemu.qmp.QemuMonitor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One QEMU process that has answered, with its monitor and the guest's serial line. */
record RunningQemu(RunningProcess process, GuestLog log, QemuMonitor monitor, SerialLine serial) {
    private static final int TELLING_SECONDS = 3;

    /**
     * Returns the exit of QEMU, once it has ended and all its output and that of its guest was
     * delivered; a listener that accepts no more, such as a stopped terminal, is not waited for
     * long.
     */
    CompletableFuture<ProcessExit> ended() {
        return process.ended()
                .thenCompose(
                        status ->
                                CompletableFuture.allOf(serial.ended(), monitor.ended())
                                        .completeOnTimeout(null, TELLING_SECONDS, TimeUnit.SECONDS)
                                        .thenApply(all -> status));
    }

    /** Returns the reason for its end, from its own last words. */
    Problem explain(ProcessExit status) {
        return QemuFailure.explain(status, log.lastLines());
    }

    /** Ends it by SIGKILL and waits until it is gone. */
    void kill() {
        process.kill();
        process.ended().join();
    }
}
