package io.sevguest.ui.window;

import io.sevguest.ui.launch.GuestRun;
import io.sevguest.ui.measurement.MeasurementSource;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Scope;
import java.util.Optional;

/** The guest that this window launched, as the source of a measurement. */
record RunMeasurement(GuestRun run) implements MeasurementSource {
    @Override
    public boolean isThere() {
        return run.state().isAlive();
    }

    @Override
    public void fetch(Scope scope, Outcome<Optional<String>> outcome) {
        run.launchMeasurement(scope, outcome);
    }

    @Override
    public void onChange(Runnable changed) {
        run.onChange(changed);
    }
}
