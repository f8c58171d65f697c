package io.sevguest.process;

import io.sevguest.task.Continuation;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;

/** Work that is done when this program ends before something else has ended. */
public final class ProgramExit {
    private static final System.Logger LOG = System.getLogger(ProgramExit.class.getName());

    private ProgramExit() {}

    /**
     * Has work done at the end of this program, whatever ends it but SIGKILL.
     *
     * @param end once it is done the work is no longer needed
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
