package io.sevguest.launch.run;

import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.RuntimeDirectory;
import io.sevguest.launch.directory.LaunchDirectory;
import io.sevguest.launch.directory.StaleDirectories;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.Xdg;
import io.sevguest.state.session.SessionBook;
import io.sevguest.task.Progress;
import java.time.Instant;
import java.util.concurrent.CancellationException;

/** Starts a guest on this machine. */
public final class LocalLaunch {
    private LocalLaunch() {}

    /**
     * Carries out a plan; a failure leaves no file and no process behind.
     *
     * @param listener follows the guest from its first byte
     * @throws ProblemException if the guest runs already, a file cannot be made, or QEMU does not
     *     start
     */
    public static RunningGuest start(LaunchPlan plan, GuestListener listener, Progress progress)
            throws ProblemException {
        progress.at("Preparing", -1);
        StaleDirectories.remove(new RuntimeDirectory(plan.files().directory().getParent()));
        LaunchDirectory directory = LaunchDirectory.claim(plan.files());
        var guest = new RunningGuest(plan, directory, listener);
        boolean running = false;
        try {
            if (!plan.isEncrypted()) {
                listener.notice("This guest is not encrypted.");
            }
            guest.start(progress);
            running = true;
        } finally {
            if (!running) {
                directory.remove();
            }
        }
        ExitHook.watch(guest);
        follow(guest, listener);
        return guest;
    }

    /** Reports what is known of a guest that has started; where that is cut short, it ends. */
    private static void follow(RunningGuest guest, GuestListener listener) {
        boolean reported = false;
        try {
            LaunchRecorder.remember(
                    guest.plan(),
                    new SessionBook(Xdg.ofEnvironment().state()),
                    Instant.now(),
                    listener);
            tellMeasurement(guest, listener);
            if (Thread.currentThread().isInterrupted()) { // which closes the monitor on the way
                throw new CancellationException("The start was cancelled.");
            }
            reported = true;
        } finally {
            if (!reported) {
                guest.kill();
                guest.ended().join();
            }
        }
    }

    private static void tellMeasurement(RunningGuest guest, GuestListener listener) {
        LaunchPlan plan = guest.plan();
        if (!plan.target().mode().paused() || !plan.isEncrypted()) {
            return;
        }
        try {
            listener.notice(
                    guest.launchMeasurement()
                            .map(base64 -> "Launch measurement: " + base64)
                            .orElse("QEMU reports no launch measurement for this guest."));
        } catch (ProblemException silent) {
            listener.notice(silent.problem().what());
        }
    }
}
