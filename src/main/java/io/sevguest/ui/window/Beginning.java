package io.sevguest.ui.window;

import io.sevguest.domain.DomainText;
import io.sevguest.domain.GuestTemplate;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.state.Preferences;
import io.sevguest.state.PreferencesFile;
import io.sevguest.ui.guest.GuestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a window begins with.
 *
 * @param file where the text was read from; empty for a guest that has no file yet
 * @param problems what could not be read, to be told once the window is there
 */
record Beginning(
        DomainText text,
        Optional<GuestFile> file,
        Preferences preferences,
        List<Problem> problems) {
    Beginning {
        problems = List.copyOf(problems);
    }

    /**
     * Reads the preferences and the guest; what cannot be read is replaced by defaults and the demo
     * guest. Not to be called on the event thread.
     */
    static Beginning read(Optional<Path> path, PreferencesFile preferencesFile) {
        List<Problem> problems = new ArrayList<>();
        Preferences preferences = preferences(preferencesFile, problems);
        if (path.isPresent()) {
            try {
                GuestStore.Opened opened = GuestStore.open(path.get());
                return new Beginning(
                        opened.text(), Optional.of(opened.file()), preferences, problems);
            } catch (ProblemException refused) {
                problems.add(refused.problem());
            }
        }
        DomainText demo = GuestTemplate.DEMO.create(UUID.randomUUID());
        return new Beginning(demo, Optional.empty(), preferences, problems);
    }

    private static Preferences preferences(PreferencesFile file, List<Problem> problems) {
        if (!file.exists()) {
            return Preferences.DEFAULT;
        }
        try {
            return file.read();
        } catch (ProblemException unreadable) {
            problems.add(unreadable.problem());
            return Preferences.DEFAULT;
        }
    }
}
