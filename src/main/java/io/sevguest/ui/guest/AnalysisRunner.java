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
 * Computes what follows from the guest after each change, on a thread of its own, and delivers it
 * on the event thread. Results that are stale by then are dropped; the last one never is.
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
     * A derivation of what the supplier gives.
     *
     * @param inputs asked on the event thread after each change
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

    /** Returns whether what was delivered last follows from the guest as it is now. */
    public boolean isSettled() {
        return latestFrom == newest;
    }

    /**
     * Does something now if all is settled, else once it is.
     *
     * @param scope nothing is done if it is over by then
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

    /** Computes from now on; what is asked for before is not worth the start-up time. */
    public void begin() {
        begun = true;
        update();
    }

    /** Starts computing for what is so now. */
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
                        whenSettled.clear(); // what waits for a result that never comes
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
