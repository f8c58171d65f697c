package io.sevguest.ui.measurement;

import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import java.util.Optional;

/** A guest that may run here and be asked for its launch measurement. */
public interface MeasurementSource {
    /** Whether a guest runs. */
    boolean isThere();

    /**
     * Asks it; what comes is base64, or nothing where the guest has no measurement.
     *
     * @param scope what the answer belongs to, beside the guest that runs
     */
    void fetch(Scope scope, Outcome<Optional<String>> outcome);

    /** Is told when a guest has come or gone. */
    void onChange(Runnable changed);
}
