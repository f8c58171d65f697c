package io.sevguest.ui.measurement;

import io.sevguest.diagnosis.GuestCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed of a launch, and what its check said; a change of the first makes the second void.
 * Used on the event thread.
 */
public final class MeasurementModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private LaunchInputs inputs = LaunchInputs.NONE;
    private Optional<GuestCheck.Verdict> verdict = Optional.empty();

    LaunchInputs inputs() {
        return inputs;
    }

    /** The verdict on what stands there now; empty before it was checked. */
    Optional<GuestCheck.Verdict> verdict() {
        return verdict;
    }

    /** Whether the measurement that stands there is that of the guest. */
    boolean isVerified() {
        return verdict.filter(GuestCheck.Verdict::matches).isPresent();
    }

    void type(LaunchInputs changed) {
        boolean same = changed.isSameLaunch(inputs);
        inputs = changed;
        if (!same) {
            forget();
        }
    }

    /** Forgets the verdict: what it was about is no more. */
    void forget() {
        verdict = Optional.empty();
        listeners.forEach(Runnable::run);
    }

    void judge(GuestCheck.Verdict found) {
        verdict = Optional.of(found);
        listeners.forEach(Runnable::run);
    }

    /** Is told after each change. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
