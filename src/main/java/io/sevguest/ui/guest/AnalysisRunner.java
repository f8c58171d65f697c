package io.sevguest.ui.guest;

import io.sevguest.recognition.blob.BlobFindings;
import io.sevguest.ui.task.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/**
 * Analyzes the guest after each change on its own thread, and delivers the analysis on the event
 * thread. Outdated results are dropped, but never the last one.
 */
public final class AnalysisRunner {
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var made = new Thread(work, "derivation");
                        made.setDaemon(true);
                        return made;
                    });
    private final AtomicReference<AnalysisInputs> waiting = new AtomicReference<>();
    private final List<Consumer<GuestAnalysis>> listeners = new ArrayList<>();
    private final List<Runnable> whenSettled = new ArrayList<>();
    private final SavedPlanCache saved = new SavedPlanCache();
    private final BlobFindings recognizer = new BlobFindings();
    private final Supplier<AnalysisInputs> inputs;
    private AnalysisInputs newest;
    private GuestAnalysis latest;
    private AnalysisInputs latestFrom;
    private boolean begun;

    /**
     * Creates a runner.
     *
     * @param inputs called on the event thread after each change
     */
    public AnalysisRunner(Supplier<AnalysisInputs> inputs) {
        this.inputs = inputs;
        newest = inputs.get();
        latest = GuestAnalysis.none(newest.text());
        latestFrom = newest;
    }

    /** Returns the analysis that was delivered last. */
    public GuestAnalysis latest() {
        return latest;
    }

    /** Returns whether the last delivered analysis is that of the current guest. */
    public boolean isSettled() {
        return latestFrom == newest;
    }

    /**
     * Runs something now if the analysis is settled, or else once it is.
     *
     * @param scope nothing is run if it is over by then
     */
    public void whenSettled(Scope scope, Runnable then) {
        whenSettled.add(() -> doIn(scope, then));
        if (isSettled()) {
            doWaiting();
        }
    }

    private static void doIn(Scope scope, Runnable then) {
        if (!scope.isOver()) {
            then.run();
        }
    }

    private void doWaiting() {
        List<Runnable> waitingFor = List.copyOf(whenSettled);
        whenSettled.clear();
        waitingFor.forEach(Runnable::run);
    }

    /** Adds a listener for each new result, on the event thread. */
    public void addListener(Consumer<GuestAnalysis> listener) {
        listeners.add(listener);
    }

    /** Starts the analysis; until then, requests are ignored to save start-up time. */
    public void begin() {
        begun = true;
        update();
    }

    /** Starts an analysis of the current inputs. */
    public void update() {
        newest = inputs.get();
        if (begun && waiting.getAndSet(newest) == null) {
            thread.execute(this::computeNewest);
        }
    }

    private void computeNewest() {
        AnalysisInputs taken = waiting.getAndSet(null);
        try {
            GuestAnalysis derived = GuestAnalysis.of(taken, saved.of(taken), recognizer);
            SwingUtilities.invokeLater(() -> deliver(taken, derived));
        } catch (RuntimeException | Error fault) {
            SwingUtilities.invokeLater(
                    () -> {
                        whenSettled.clear(); // waiting actions whose result never comes
                        deliver(taken, GuestAnalysis.faulted(taken.text()));
                        throw fault;
                    });
        }
    }

    private void deliver(AnalysisInputs from, GuestAnalysis derived) {
        if (from == newest) {
            latest = derived;
            latestFrom = from;
            List.copyOf(listeners).forEach(listener -> listener.accept(derived));
        }
        if (isSettled()) {
            doWaiting();
        }
    }
}
