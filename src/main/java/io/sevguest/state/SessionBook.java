package io.sevguest.state;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.SecretBytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.SecretFile;
import io.sevguest.file.SizedFile;
import io.sevguest.policy.SevPolicy;
import io.sevguest.problem.ProblemException;
import io.sevguest.recognition.SessionKnowledge;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.PolicySearch;
import io.sevguest.session.SessionNote;
import io.sevguest.session.TransportKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file {@code sessions.json}: where the notes of sessions are that were made here, and which
 * sessions were launched, each by the SHA-256 of its blob. It holds no secret.
 */
public final class SessionBook {
    private static final int MAX_BYTES = 1 << 24;
    private static final int MAX_NOTES = 200;

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
     * What is known of a session: by this book, and by the notes beside the guest's file. The TIK
     * is read where it stands beside the note, and wiped before this returns.
     *
     * @param beside the guest's file, where it has one
     * @param likely policies to try with the TIK
     * @throws ProblemException if the book cannot be read
     */
    public SessionKnowledge knowledge(
            LaunchSession session, Optional<Path> beside, List<SevPolicy> likely)
            throws ProblemException {
        Bytes blob = session.toBytes().sha256();
        SessionBookJson pages = read();
        List<Path> places = new ArrayList<>(pages.note(blob).stream().toList());
        beside.map(guest -> guest.toAbsolutePath().getParent())
                .ifPresent(parent -> places.addAll(notes(parent)));
        Optional<SessionKnowledge> found =
                places.stream()
                        .flatMap(place -> atNote(session, place, likely).stream())
                        .findFirst();
        return new SessionKnowledge(
                blob,
                found.flatMap(SessionKnowledge::note),
                found.flatMap(SessionKnowledge::proved),
                pages.launched(blob));
    }

    private static List<Path> notes(Path parent) {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(SessionFiles::isNote).sorted().limit(MAX_NOTES).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What a note, and the TIK beside it, tell; empty if it is about another session. */
    private static Optional<SessionKnowledge> atNote(
            LaunchSession session, Path place, List<SevPolicy> likely) {
        Bytes blob = session.toBytes().sha256();
        try {
            SessionFiles files = SessionFiles.ofNote(place);
            SessionNote note = files.readNote();
            if (!note.blob().equals(blob)) {
                return Optional.empty();
            }
            List<SevPolicy> tried = new ArrayList<>(likely);
            tried.add(note.policy());
            return Optional.of(
                    new SessionKnowledge(
                            blob,
                            Optional.of(note),
                            proved(session, files.tik(), tried),
                            Optional.empty()));
        } catch (ProblemException goneOrDamaged) {
            return Optional.empty();
        }
    }

    private static Optional<SevPolicy> proved(
            LaunchSession session, Path tik, List<SevPolicy> likely) {
        if (!Files.isReadable(tik)) {
            return Optional.empty();
        }
        try (SecretBytes key = SecretFile.read(tik, TransportKeys.KEY_SIZE)) {
            return key.size() == TransportKeys.KEY_SIZE
                    ? PolicySearch.find(session, key, likely)
                    : Optional.empty();
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}
