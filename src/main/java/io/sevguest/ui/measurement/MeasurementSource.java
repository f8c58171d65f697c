package io.sevguest.ui.measurement;

import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import java.util.Optional;

/** A guest that may run here and be asked for its launch measurement. */
public interface MeasurementSource {
    /** Returns whether a guest runs. */
    boolean isThere();

    /**
     * Asks it; what comes is base64, or nothing where the guest has no measurement.
     *
     * @param scope what the answer belongs to, beside the guest that runs
     */
    void fetch(Scope scope, Outcome<Optional<String>> outcome);

    /** Sets the listener for guests that come or go. */
    void onChange(Runnable changed);
}
