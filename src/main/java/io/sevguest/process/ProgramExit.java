package io.sevguest.process;

import io.sevguest.task.Continuation;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;

/** Registers work for the end of this program. */
public final class ProgramExit {
    private static final System.Logger LOG = System.getLogger(ProgramExit.class.getName());

    private ProgramExit() {}

    /**
     * Runs the work at the end of this program, unless it is killed by SIGKILL.
     *
     * @param end the work is no longer needed after this has completed
     */
    public static void before(CompletableFuture<?> end, Runnable work) {
        var hook = new Thread(work, "program-exit");
        Runtime.getRuntime().addShutdownHook(hook);
        Continuation.after(end.handle((value, failure) -> hook), ProgramExit::remove);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException programEnds) {
            LOG.log(Level.DEBUG, "the program ends", programEnds);
        }
    }
}
