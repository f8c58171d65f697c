package io.sevguest.launch.run;

import io.sevguest.bytes.Bytes;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.directory.LaunchDirectory;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.process.ProcessExit;
import io.sevguest.qemu.Accelerator;
import io.sevguest.qemu.qmp.QmpEvent;
import io.sevguest.task.Continuation;
import io.sevguest.task.Progress;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A guest that was started on this machine. Its methods may be called from any thread; each waits
 * for QEMU's answer.
 *
 * <p>A guest that is not encrypted and does not get as far as its first serial byte under KVM is
 * started once more with TCG.
 */
public final class RunningGuest {
    private static final System.Logger LOG = System.getLogger(RunningGuest.class.getName());

    /** The time that a guest may take to power itself down before QEMU is asked to quit. */
    public static final Duration GRACE = Duration.ofSeconds(8);

    private final LaunchDirectory directory;
    private final GuestListener listener;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "guest");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<GuestExit> ended = new CompletableFuture<>();
    private final AtomicReference<String> shutdownReason = new AtomicReference<>("");
    private final GuestShutdown end = new GuestShutdown(this);
    private volatile LaunchPlan plan;
    private volatile RunningQemu qemu;
    private volatile boolean serialSeen;
    private volatile boolean restarted;

    RunningGuest(LaunchPlan plan, LaunchDirectory directory, GuestListener listener) {
        this.plan = plan;
        this.directory = directory;
        this.listener = listener;
    }

    /** Starts QEMU; where KVM does not take the guest, once more with TCG. */
    void start(Progress progress) throws ProblemException {
        LaunchFileWriter.make(plan, progress);
        try {
            run(progress);
        } catch (ProblemException failed) {
            if (!mayFallBack()) {
                throw failed;
            }
            fallBack(failed.problem().what(), progress);
        }
        started.complete(null);
    }

    private void run(Progress progress) throws ProblemException {
        RunningQemu running = QemuStart.start(plan, directory, new Follower(), progress);
        qemu = running;
        Continuation.after(running.ended(), status -> whenStarted(() -> gone(running, status)));
    }

    /** Does something on the guest's own thread; a fault in it ends the guest, not only that. */
    private void whenStarted(Runnable work) {
        started.thenRunAsync(work, worker)
                .exceptionally(
                        fault -> {
                            broken(fault);
                            return null;
                        });
    }

    private void broken(Throwable fault) {
        LOG.log(Level.ERROR, "a fault of this program while the guest ran", fault);
        qemu.kill();
        finish(
                new GuestExit(
                        true,
                        new Problem(
                                "A fault of this program ended the guest: " + fault.getMessage(),
                                "",
                                "Please report it, with the log file of this program.")));
    }

    private boolean mayFallBack() {
        return plan.target().mode().accelerator() == Accelerator.KVM
                && !plan.isEncrypted()
                && !serialSeen
                && !restarted
                && !end.isRequested();
    }

    /** Starts the guest anew with TCG, on new copies of its files. */
    private void fallBack(String reason, Progress progress) throws ProblemException {
        restarted = true;
        directory.removeFiles();
        plan = plan.withAccelerator(Accelerator.TCG);
        listener.notice(
                "The guest did not come up under KVM, so it is started once more with TCG, which is"
                        + " much slower. "
                        + reason);
        listener.restarted(plan);
        LaunchFileWriter.make(plan, progress);
        run(progress);
        if (end.isRequested()) {
            qemu.kill();
        }
    }

    private void gone(RunningQemu which, ProcessExit status) {
        if (which != qemu || ended.isDone()) {
            return;
        }
        if (!status.isSuccess() && mayFallBack()) {
            tryFallBack(which.explain(status).what());
        } else {
            finish(ExitDescriptions.of(which, status, shutdownReason.get(), end.isRequested()));
        }
    }

    private void tryFallBack(String reason) {
        try {
            fallBack(reason, Progress.NONE);
        } catch (ProblemException failed) {
            finish(new GuestExit(true, failed.problem()));
        }
    }

    private void stopped() {
        try {
            if (ended.isDone() || !qemu.monitor().status().equals("internal-error")) {
                return;
            }
        } catch (ProblemException gone) {
            listener.notice(gone.problem().what());
            return;
        }
        String reason = "QEMU stopped the guest with an internal error.";
        RunningQemu broken = qemu;
        broken.kill();
        // Only now is all that the guest wrote known: the stop may overtake its first bytes.
        broken.ended().join();
        if (mayFallBack()) {
            tryFallBack(reason);
        } else {
            finish(
                    new GuestExit(
                            true,
                            new Problem(
                                    reason,
                                    "",
                                    "See QEMU's messages. Try another accelerator or"
                                            + " machine type.")));
        }
    }

    private void finish(GuestExit ending) {
        try {
            directory.remove();
        } catch (ProblemException left) {
            listener.notice(left.problem().toText());
        } finally {
            ended.complete(ending);
            worker.shutdown();
        }
    }

    /** The plan as it is carried out now: a fallback changes its accelerator. */
    public LaunchPlan plan() {
        return plan;
    }

    /** The guest's name and how it runs, as "demo – not encrypted, TCG". */
    public String title() {
        return plan.title();
    }

    /** Process id of the QEMU that runs now. */
    public long pid() {
        return qemu.process().pid();
    }

    /** Sends input to the guest's serial line. */
    public void send(Bytes input) throws ProblemException {
        qemu.serial().write(input);
    }

    /** QEMU's word for what the guest does, such as {@code running} or {@code prelaunch}. */
    public String status() throws ProblemException {
        return qemu.monitor().status();
    }

    public void pause() throws ProblemException {
        qemu.monitor().pause();
    }

    public void resume() throws ProblemException {
        qemu.monitor().resume();
    }

    /** Presses the power button; the guest may ignore it. */
    public void powerDown() throws ProblemException {
        qemu.monitor().powerDown();
    }

    /**
     * Resets the guest.
     *
     * @throws ProblemException also where its registers are encrypted
     */
    public void reset() throws ProblemException {
        if (plan.hasEncryptedState()) {
            throw new ProblemException(
                    new Problem(
                            "A guest with encrypted registers (SEV-ES, SEV-SNP) cannot be reset:"
                                    + " QEMU cannot set them back, and would end it.",
                            "",
                            "Power the guest down and launch it again."));
        }
        qemu.monitor().reset();
    }

    /** The launch measurement in base64, where the guest has one. */
    public Optional<String> launchMeasurement() throws ProblemException {
        return qemu.monitor().launchMeasurement();
    }

    /**
     * Asks the guest to power down; QEMU is asked to quit when the grace is over or this is called
     * again, and killed if it does not. Returns at once.
     */
    public void end(Duration grace) {
        end.request(grace);
    }

    /** Ends the guest without asking it. Returns at once. */
    public void kill() {
        end.now();
    }

    /** Returns the end of the guest, once it has ended and its files are gone. */
    public CompletableFuture<GuestExit> ended() {
        return ended.copy();
    }

    RunningQemu qemu() {
        return qemu;
    }

    /** Follows one QEMU after the other. */
    private final class Follower implements QemuStart.Listener {
        @Override
        public void serial(Bytes output) {
            serialSeen = true;
            listener.serial(output);
        }

        @Override
        public void message(String line) {
            listener.message(line);
        }

        @Override
        public void event(QmpEvent event) {
            listener.event(event);
            if (event.name().equals("SHUTDOWN")) {
                shutdownReason.set(event.reason());
            } else if (event.name().equals("STOP")) {
                whenStarted(RunningGuest.this::stopped);
            }
        }
    }
}
