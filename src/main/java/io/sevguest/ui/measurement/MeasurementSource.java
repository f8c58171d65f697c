package io.sevguest.ui.measurement;

import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import java.util.Optional;

/** A guest that may be running on this machine and can report its launch measurement. */
public interface MeasurementSource {
    /** Returns whether a guest is running. */
    boolean isThere();

    /**
     * Requests the measurement, as base64; empty if the guest has none.
     *
     * @param scope the scope of the answer, in addition to the running guest
     */
    void fetch(Scope scope, Outcome<Optional<String>> outcome);

    /** Sets the listener that is called when a guest starts or ends. */
    void onChange(Runnable changed);
}
