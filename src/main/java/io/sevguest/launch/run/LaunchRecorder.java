package io.sevguest.launch.run;

import io.sevguest.launch.LaunchPlan;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.session.SessionBook;
import java.time.Instant;
import java.util.Optional;

/** Remembers which sessions were launched, so that a second launch with one is noticed. */
final class LaunchRecorder {
    private LaunchRecorder() {}

    /** Remembers the session of an encrypted guest; a failure is reported in the guest's log. */
    static void remember(LaunchPlan plan, SessionBook book, Instant time, GuestListener listener) {
        Optional<LaunchSession> session =
                plan.isEncrypted() ? SessionFindings.session(plan.domain()) : Optional.empty();
        if (session.isEmpty()) {
            return;
        }
        try {
            book.launched(session.get(), time);
        } catch (ProblemException unwritable) {
            listener.notice("Not remembered that it was launched: " + unwritable.problem().what());
        }
    }
}
