package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.guest.GuestTemplate;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.preferences.Preferences;
import io.sevguest.state.preferences.PreferencesFile;
import io.sevguest.ui.file.GuestStore;
import io.sevguest.ui.guest.GuestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The initial state of a window.
 *
 * @param file from which the text was read; empty for a guest that has no file yet
 * @param problems with reading files, to be shown when the window is open
 */
record StartupState(
        DomainText text,
        Optional<GuestFile> file,
        Preferences preferences,
        List<Problem> problems) {
    StartupState {
        problems = List.copyOf(problems);
    }

    /**
     * The preferences of the user, for all windows.
     *
     * @param problems the reason why they could not be read, in which case they are the defaults
     */
    record UserChoices(Preferences preferences, List<Problem> problems) {
        UserChoices {
            problems = List.copyOf(problems);
        }
    }

    /** Reads the preferences; not to be called on the event thread. */
    static UserChoices choose(PreferencesFile file) {
        if (!file.exists()) {
            return new UserChoices(Preferences.DEFAULT, List.of());
        }
        try {
            return new UserChoices(file.read(), List.of());
        } catch (ProblemException unreadable) {
            return new UserChoices(Preferences.DEFAULT, List.of(unreadable.problem()));
        }
    }

    /**
     * Reads the guest; one that cannot be read is replaced by the demo guest. Not to be called on
     * the event thread.
     */
    static StartupState read(Optional<Path> path, UserChoices chosen) {
        List<Problem> problems = new ArrayList<>(chosen.problems());
        if (path.isPresent()) {
            try {
                GuestStore.OpenResult opened = GuestStore.open(path.get());
                return new StartupState(
                        opened.text(), opened.file(), chosen.preferences(), problems);
            } catch (ProblemException refused) {
                problems.add(refused.problem());
            }
        }
        DomainText demo = GuestTemplate.DEMO.create(UUID.randomUUID());
        return new StartupState(demo, Optional.empty(), chosen.preferences(), problems);
    }
}
