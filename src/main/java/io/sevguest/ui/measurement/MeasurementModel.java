package io.sevguest.ui.measurement;

import io.sevguest.diagnosis.GuestCheck;
import io.sevguest.domain.DomainXml;
import io.sevguest.problem.Problem;
import io.sevguest.ui.guest.GuestModel;
import io.sevguest.ui.task.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs about a launch, and the result of its check. The result belongs to these inputs and to
 * the open guest: a change of either, or another check, makes it void. Used on the event thread.
 */
public final class MeasurementModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private final GuestModel guest;
    private LaunchInputs inputs = LaunchInputs.NONE;
    private Optional<GuestCheck.Verdict> verdict = Optional.empty();
    private Optional<Problem> refusal = Optional.empty();
    private Scope opened;
    private Optional<DomainXml> domain;
    private int launch;

    public MeasurementModel(GuestModel guest) {
        this.guest = guest;
        opened = guest.scope();
        domain = guest.domain();
        guest.addListener(this::follow);
    }

    private void follow() {
        Optional<DomainXml> now = guest.domain();
        if (opened.isOver() || !now.equals(domain)) {
            opened = guest.scope();
            domain = now;
            forget();
        }
    }

    LaunchInputs inputs() {
        return inputs;
    }

    /** Returns the verdict on the current inputs; empty before a check. */
    Optional<GuestCheck.Verdict> verdict() {
        return verdict;
    }

    /**
     * Returns the reason why the current inputs could not be checked; empty if there was no
     * problem.
     */
    Optional<Problem> refusal() {
        return refusal;
    }

    /** Returns whether the current measurement was checked and matches the guest. */
    boolean isVerified() {
        return verdict.filter(GuestCheck.Verdict::matches).isPresent();
    }

    /** Returns the scope of a result for the current inputs and guest. */
    Scope scope() {
        int current = launch;
        return opened.and(() -> launch != current);
    }

    void type(LaunchInputs changed) {
        boolean same = changed.isSameLaunch(inputs);
        inputs = changed;
        if (!same) {
            forget();
        }
    }

    /** Discards the result, because its inputs have changed or are checked again. */
    void forget() {
        launch++;
        become(Optional.empty(), Optional.empty());
    }

    void judge(GuestCheck.Verdict found) {
        become(Optional.of(found), Optional.empty());
    }

    /** Sets the reason why there is no verdict. */
    void refuse(Problem problem) {
        become(Optional.empty(), Optional.of(problem));
    }

    private void become(Optional<GuestCheck.Verdict> found, Optional<Problem> reason) {
        verdict = found;
        refusal = reason;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Adds a listener for changes. */
    void addListener(Runnable listener) {
        listeners.add(listener);
    }
}
