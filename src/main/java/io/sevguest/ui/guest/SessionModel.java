package io.sevguest.ui.guest;

import io.sevguest.domain.DomainXml;
import io.sevguest.domain.security.LaunchSecurityFields;
import io.sevguest.problem.Problem;
import io.sevguest.recognition.session.SessionFindings;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.state.session.SessionBook;
import io.sevguest.ui.task.Outcome;
import io.sevguest.ui.task.Tasks;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The knowledge about the session of the guest, looked up by a task whenever the session or the
 * file changes. Used on the event thread.
 */
public final class SessionModel {
    private static final System.Logger LOG = System.getLogger(SessionModel.class.getName());

    private final GuestModel guest;
    private final Tasks tasks;
    private final SessionBook book;
    private Runnable listener = () -> {};
    private SessionKnowledge knowledge = SessionKnowledge.NONE;
    private Question asked = new Question("", Optional.empty());
    private int requests;

    public SessionModel(GuestModel guest, Tasks tasks, SessionBook book) {
        this.guest = guest;
        this.tasks = tasks;
        this.book = book;
    }

    /** A lookup of a session, and the file next to which its notes are searched. */
    private record Question(String session, Optional<Path> file) {}

    /** Returns the last knowledge; it is void if the guest has another session. */
    public SessionKnowledge knowledge() {
        return knowledge;
    }

    /** Returns the book in which sessions are remembered. */
    public SessionBook book() {
        return book;
    }

    /** Sets the listener for new knowledge. */
    public void onChange(Runnable changed) {
        listener = changed;
    }

    /** Starts to look up sessions; before, this would slow down the start. */
    public void begin() {
        guest.addListener(this::follow);
        follow();
    }

    private void follow() {
        String session = guest.domain().map(LaunchSecurityFields.SESSION.get()).orElse("");
        var now = new Question(session, guest.path());
        if (!now.equals(asked)) {
            asked = now;
            lookUp();
        }
    }

    /** Looks up the session again, for example after files were created. */
    public void lookUp() {
        int request = ++requests;
        Optional<DomainXml> domain = guest.domain();
        if (domain.isEmpty()) {
            show(SessionKnowledge.NONE);
            return;
        }
        Optional<Path> file = guest.path();
        DomainXml now = domain.get();
        tasks.start(
                () -> request != requests,
                progress -> find(now, file),
                new Outcome<>() {
                    @Override
                    public void done(SessionKnowledge found) {
                        show(found);
                    }

                    @Override
                    public void failed(Problem problem) {
                        LOG.log(Level.WARNING, problem.toText());
                    }
                });
    }

    private void show(SessionKnowledge found) {
        if (!found.equals(knowledge)) {
            knowledge = found;
            listener.run();
        }
    }

    private SessionKnowledge find(DomainXml domain, Optional<Path> file) {
        Optional<LaunchSession> session = SessionFindings.session(domain);
        return session.isEmpty()
                ? SessionKnowledge.NONE
                : book.knowledge(
                        session.get(),
                        file,
                        LaunchSecurityFields.POLICY.get().apply(domain).stream().toList());
    }
}
