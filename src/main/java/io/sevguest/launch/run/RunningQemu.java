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
     * How it ended, once it has and all that it and its guest wrote has been told; a listener that
     * takes no more, such as a stopped terminal, is not waited for long.
     */
    CompletableFuture<ProcessExit> ended() {
        return process.ended()
                .thenCompose(
                        status ->
                                CompletableFuture.allOf(serial.ended(), monitor.ended())
                                        .completeOnTimeout(null, TELLING_SECONDS, TimeUnit.SECONDS)
                                        .thenApply(all -> status));
    }

    /** Why it ended so, from its own last words. */
    Problem explain(ProcessExit status) {
        return QemuFailure.explain(status, log.lastLines());
    }

    /** Ends it by SIGKILL and waits until it is gone. */
    void kill() {
        process.kill();
        process.ended().join();
    }
}
