package io.sevguest.launch.run;

import io.sevguest.process.ProgramExit;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a guest, and removes its files, when this program ends before it. */
final class ExitHook {
    private static final System.Logger LOG = System.getLogger(ExitHook.class.getName());
    private static final int SECONDS = 10;

    private ExitHook() {}

    static void watch(RunningGuest guest) {
        ProgramExit.before(guest.ended(), () -> end(guest));
    }

    private static void end(RunningGuest guest) {
        guest.kill();
        try {
            guest.ended().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException left) {
            LOG.log(Level.WARNING, "the guest's files may be left", left);
        }
    }
}
