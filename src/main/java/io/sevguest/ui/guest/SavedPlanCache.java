package io.sevguest.ui.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.launch.LaunchPlan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The plan of a launch of the saved text: computed once per saved text, file and machine, not after
 * each keystroke.
 */
final class SavedPlanCache {
    /**
     * The last computed plan.
     *
     * @param command of the plan, as shown
     */
    record CachedPlan(
            DomainText saved,
            Optional<Path> path,
            Machine machine,
            Optional<LaunchPlan> plan,
            Optional<CommandText> command) {}

    private Optional<CachedPlan> known = Optional.empty();

    /** Returns the plan for the saved text of these inputs. */
    CachedPlan of(AnalysisInputs inputs) {
        CachedPlan now =
                known.filter(
                                before ->
                                        before.saved() == inputs.saved()
                                                && before.path().equals(inputs.path())
                                                && before.machine().equals(inputs.machine()))
                        .orElseGet(() -> compute(inputs));
        known = Optional.of(now);
        return now;
    }

    private static CachedPlan compute(AnalysisInputs inputs) {
        Optional<LaunchPlan> plan = GuestAnalysis.plan(inputs, inputs.saved());
        return new CachedPlan(
                inputs.saved(),
                inputs.path(),
                inputs.machine(),
                plan,
                plan.map(made -> CommandText.of(made.command())));
    }
}
