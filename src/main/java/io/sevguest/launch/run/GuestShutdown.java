package io.sevguest.launch.run;

import io.sevguest.problem.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a guest: by its power button, then by QEMU's quit, then by SIGKILL. */
final class GuestShutdown {
    private static final System.Logger LOG = System.getLogger(GuestShutdown.class.getName());
    private static final Duration TIME_TO_QUIT = Duration.ofSeconds(2);

    private final RunningGuest guest;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean quitting = new AtomicBoolean();

    GuestShutdown(RunningGuest guest) {
        this.guest = guest;
    }

    boolean isRequested() {
        return requested.get();
    }

    void request(Duration grace) {
        if (requested.getAndSet(true)) {
            now();
            return;
        }
        inBackground(
                () -> {
                    tell("powerdown", guest::powerDown);
                    after(grace, this::quit);
                });
    }

    void now() {
        requested.set(true);
        inBackground(this::quit);
    }

    private void quit() {
        if (quitting.getAndSet(true)) {
            return;
        }
        after(TIME_TO_QUIT, () -> guest.qemu().kill());
        tell("quit", () -> guest.qemu().monitor().quit());
    }

    /** Does something later, unless the guest has ended by then. */
    private void after(Duration delay, Runnable work) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (!guest.ended().isDone()) {
                                inBackground(work);
                            }
                        });
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "guest-end");
        thread.setDaemon(true);
        thread.start();
    }

    private interface QmpRequest {
        void tell() throws ProblemException;
    }

    private static void tell(String what, QmpRequest telling) {
        try {
            telling.tell();
        } catch (ProblemException gone) {
            LOG.log(Level.INFO, "{0}: {1}", what, gone.problem().what());
        }
    }
}
