package io.sevguest.launch;

import io.sevguest.problem.Problem;
import io.sevguest.process.ExitStatus;
import io.sevguest.process.RunningProcess;
import io.sevguest.qemu.QemuMonitor;
import java.util.concurrent.CompletableFuture;

/** One QEMU process that has answered, with its monitor and the guest's serial line. */
record RunningQemu(RunningProcess process, GuestLog log, QemuMonitor monitor, SerialLine serial) {
    /** How it ended, once it has and all that it and its guest wrote has been told. */
    CompletableFuture<ExitStatus> ended() {
        return process.ended()
                .thenCombine(serial.ended(), (status, all) -> status)
                .thenCombine(monitor.ended(), (status, all) -> status);
    }

    /** Why it ended so, from its own last words. */
    Problem explain(ExitStatus status) {
        return QemuFailure.explain(status, log.lastLines());
    }

    /** Ends it by SIGKILL and waits until it is gone. */
    void kill() {
        process.kill();
        process.ended().join();
    }
}
