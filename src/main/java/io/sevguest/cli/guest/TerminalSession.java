package io.sevguest.cli.guest;

import io.sevguest.cli.output.ExitStatus;
import io.sevguest.launch.LaunchPlan;
import io.sevguest.launch.run.GuestExit;
import io.sevguest.launch.run.LocalLaunch;
import io.sevguest.launch.run.RunningGuest;
import io.sevguest.problem.ProblemException;
import io.sevguest.task.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a guest from start to end with the terminal as its console. */
final class TerminalSession {
    private final LaunchPlan plan;
    private final TerminalConsole console;
    private final Thread starting = Thread.currentThread();
    private volatile Optional<RunningGuest> guest = Optional.empty();

    TerminalSession(LaunchPlan plan, TerminalConsole console) {
        this.plan = plan;
        this.console = console;
    }

    /**
     * Runs the guest.
     *
     * @param limit the time after which the guest is ended, if any
     * @return the exit status
     */
    int run(Optional<Duration> limit) {
        TerminationSignals.onEach(this::endAsked);
        limit.ifPresent(
                time ->
                        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(this::endAsked));
        console.say("Starting " + plan.title());
        try {
            RunningGuest running = LocalLaunch.start(plan, console, Progress.NONE);
            guest = Optional.of(running);
            console.say("Running " + running.title() + ", process " + running.pid());
            if (Thread.interrupted()) {
                endAsked();
            }
            console.type(System.in, running);
            return end(running.ended().join());
        } catch (ProblemException failed) {
            console.say("error: " + failed.problem().toText());
            return failed.getCause() instanceof IOException ? ExitStatus.MACHINE : ExitStatus.NO;
        } catch (CancellationException asked) {
            console.say("The start was canceled.");
            return ExitStatus.FINE;
        }
    }

    private int end(GuestExit ending) {
        console.say((ending.failed() ? "error: " : "") + ending.problem().toText());
        return ending.failed() ? ExitStatus.NO : ExitStatus.FINE;
    }

    /** Asks the guest to power down, or cancels a start in progress. */
    private void endAsked() {
        if (guest.isPresent()) {
            guest.get().end(RunningGuest.GRACE);
        } else {
            starting.interrupt();
        }
    }
}
