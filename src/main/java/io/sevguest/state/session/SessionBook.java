package io.sevguest.state.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.SecretFile;
import io.sevguest.file.SizedFile;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.session.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.PolicySearch;
import io.sevguest.session.SessionNote;
import io.sevguest.session.TransportKeys;
import io.sevguest.state.FolderLock;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code sessions.json}: where the notes of sessions are that were made here, and which
 * sessions were launched, each by the SHA-256 of its blob. It holds no secret.
 */
public final class SessionBook {
    private static final System.Logger LOG = System.getLogger(SessionBook.class.getName());
    private static final int MAX_BYTES = 1 << 24;
    private static final int MOST = 200;

    private final Path folder;
    private final Path file;

    /**
     * @param folder this program's state folder
     */
    public SessionBook(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("sessions.json");
    }

    /**
     * Remembers where the files of a session are.
     *
     * @throws ProblemException if the book cannot be written
     */
    public void made(SessionFiles files, SessionNote note) throws ProblemException {
        Path path = files.note().toAbsolutePath().normalize();
        change(pages -> pages.withNote(note.blob(), path));
    }

    /**
     * Remembers that a session was launched.
     *
     * @throws ProblemException if the book cannot be written
     */
    public void launched(LaunchSession session, Instant time) throws ProblemException {
        change(pages -> pages.withLaunch(session.toBytes().sha256(), time));
    }

    private interface Change {
        SessionBookJson of(SessionBookJson pages);
    }

    private void change(Change change) throws ProblemException {
        new FolderLock(folder)
                .with(
                        () -> {
                            AtomicFile.writePrivate(file, change.of(read()).toBytes());
                            return file;
                        });
    }

    private SessionBookJson read() throws ProblemException {
        return Files.exists(file)
                ? SessionBookJson.parse(file.toString(), SizedFile.read(file, MAX_BYTES))
                : SessionBookJson.EMPTY;
    }

    /**
     * Returns the knowledge about a session: from this book, and from files beside the guest's,
     * which sevctl may have made. The TIK is read where it stands beside them, and wiped before
     * this returns. What cannot be read counts as not there; the log says so.
     *
     * @param beside the guest's file, where it has one
     * @param likely policies to try with the TIK
     */
    public SessionKnowledge knowledge(
            LaunchSession session, Optional<Path> beside, List<SevPolicy> likely) {
        Bytes blob = session.toBytes().sha256();
        SessionBookJson pages = readable(this::read, SessionBookJson.EMPTY);
        List<SessionFiles> places =
                new ArrayList<>(pages.note(blob).flatMap(SessionFiles::of).stream().toList());
        Optional<Path> folderOfGuest = beside.map(guest -> guest.toAbsolutePath().getParent());
        folderOfGuest
                .filter(Files::isDirectory)
                .ifPresent(
                        guests ->
                                places.addAll(readable(() -> SessionFiles.in(guests), List.of())));
        Optional<SessionFiles> files =
                places.stream().limit(MOST).filter(place -> place.isOf(session)).findFirst();
        Optional<SessionNote> note = files.flatMap(place -> place.noteOf(session));
        List<SevPolicy> tried = new ArrayList<>(likely);
        note.map(SessionNote::policy).ifPresent(tried::add);
        return new SessionKnowledge(
                blob,
                note,
                files.flatMap(place -> proved(session, place.tik(), tried)),
                pages.launched(blob),
                files.map(SessionBook::keys).orElse(SessionKnowledge.Keys.NONE));
    }

    private static SessionKnowledge.Keys keys(SessionFiles files) {
        return new SessionKnowledge.Keys(
                Optional.of(files.tik()).filter(Files::isReadable),
                Optional.of(files.tek()).filter(Files::isReadable));
    }

    private interface NoteReader<T> {
        T read() throws ProblemException;
    }

    private static <T> T readable(NoteReader<T> reading, T otherwise) {
        try {
            return reading.read();
        } catch (ProblemException unreadable) {
            LOG.log(Level.WARNING, unreadable.problem().toText());
            return otherwise;
        }
    }

    private static Optional<SevPolicy> proved(
            LaunchSession session, Path tik, List<SevPolicy> likely) {
        if (!Files.isReadable(tik)) {
            return Optional.empty();
        }
        return readable(() -> policyBy(tik, session, likely), Optional.empty());
    }

    private static Optional<SevPolicy> policyBy(
            Path tik, LaunchSession session, List<SevPolicy> likely) throws ProblemException {
        try (SecretBytes key = SecretFile.read(tik, TransportKeys.KEY_SIZE)) {
            return key.size() == TransportKeys.KEY_SIZE
                    ? PolicySearch.find(session, key, likely)
                    : Optional.empty();
        }
    }
}
