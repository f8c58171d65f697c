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
 * The file {@code sessions.json}, which records the places of session notes and the launches of
 * sessions, by the SHA-256 of the session blob. It contains no secrets.
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
     * Records the place of the files of a session.
     *
     * @throws ProblemException if the file cannot be written
     */
    public void made(SessionFiles files, SessionNote note) throws ProblemException {
        Path path = files.note().toAbsolutePath().normalize();
        change(pages -> pages.withNote(note.blob(), path));
    }

    /**
     * Records the launch of a session.
     *
     * @throws ProblemException if the file cannot be written
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
     * Returns the knowledge about a session, from this file and from files in the folder of the
     * guest, including those of sevctl. If the TIK is found, it is read, and wiped before this
     * method returns. Unreadable files are logged and ignored.
     *
     * @param beside the file of the guest, if it has one
     * @param likely the policies to try with the TIK
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
