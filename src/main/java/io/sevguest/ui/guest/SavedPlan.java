package io.sevguest.ui.guest;

import io.sevguest.domain.DomainText;
import io.sevguest.launch.LaunchPlan;
import java.util.Optional;

/**
 * What a launch of the saved text would do: computed once per saved text and machine, not at each
 * keystroke.
 */
final class SavedPlan {
    private record Known(DomainText saved, Machine machine, Optional<LaunchPlan> plan) {}

    private Optional<Known> known = Optional.empty();

    /** The plan for the saved text of these inputs. */
    Optional<LaunchPlan> plan(Inputs inputs) {
        Optional<Known> still =
                known.filter(
                        before ->
                                before.saved() == inputs.saved()
                                        && before.machine().equals(inputs.machine()));
        known =
                still.or(
                        () ->
                                Optional.of(
                                        new Known(
                                                inputs.saved(),
                                                inputs.machine(),
                                                Derived.plan(inputs, inputs.saved()))));
        return known.get().plan();
    }
}
