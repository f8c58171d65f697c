package io.sevguest.state.session;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.file.FileProblems;
import io.sevguest.file.FileSet;
import io.sevguest.file.FolderListing;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import io.sevguest.session.LaunchSession;
import io.sevguest.session.SealedSession;
import io.sevguest.session.SessionNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one session, named as by sevctl, and the note that marks them complete.
 *
 * @param folder the folder of the files
 * @param name the start of the file names
 */
public record SessionFiles(Path folder, String name) {
    private static final Comparator<SessionFiles> BY_NAME =
            Comparator.comparing(SessionFiles::name);
    private static final String NOTE = ".session.json";
    private static final String BLOB = "_session.b64";
    private static final int MAX_NOTE = 1 << 16;

    /**
     * Returns the files of a session in a folder, by the start of their names.
     *
     * @throws ProblemException if the name cannot be the start of a file name
     */
    public static SessionFiles of(Path folder, String name) throws ProblemException {
        if (name.isBlank() || name.contains("/") || name.indexOf('\0') >= 0) {
            throw new ProblemException(
                    new Problem(
                            "\"" + name + "\" cannot be the start of a file name.",
                            "",
                            "Choose a name that is not empty and contains no slash."));
        }
        return new SessionFiles(folder, name);
    }

    /**
     * Returns the sessions in a folder that have a note or a blob, sorted by name.
     *
     * @throws ProblemException if the folder cannot be listed
     */
    public static List<SessionFiles> in(Path folder) throws ProblemException {
        try {
            return FolderListing.of(folder).stream()
                    .flatMap(file -> of(file).stream())
                    .distinct()
                    .sorted(BY_NAME)
                    .toList();
        } catch (IOException failed) {
            throw FileProblems.reading(folder, failed);
        }
    }

    /**
     * Returns the session to which a note or blob belongs; empty for a file with another kind of
     * name.
     */
    static Optional<SessionFiles> of(Path file) {
        String all = file.getFileName().toString();
        return Stream.of(NOTE, BLOB)
                .filter(end -> all.endsWith(end) && all.length() > end.length())
                .findFirst()
                .map(
                        end ->
                                new SessionFiles(
                                        file.toAbsolutePath().getParent(),
                                        all.substring(0, all.length() - end.length())));
    }

    /** Returns the file with the guest owner's certificate in base64, for {@code <dhCert>}. */
    public Path godh() {
        return folder.resolve(name + "_godh.b64");
    }

    /** Returns the file with the session blob in base64, for {@code <session>}. */
    public Path session() {
        return folder.resolve(name + BLOB);
    }

    /** Returns the file with the transport encryption key: 16 bytes, secret. */
    public Path tek() {
        return folder.resolve(name + "_tek.bin");
    }

    /** Returns the file with the transport integrity key: 16 bytes, secret. */
    public Path tik() {
        return folder.resolve(name + "_tik.bin");
    }

    /** Returns the file with the note, which is written last. */
    public Path note() {
        return folder.resolve(name + NOTE);
    }

    /** Returns all five files, with the note last. */
    public List<Path> all() {
        return List.of(godh(), session(), tek(), tik(), note());
    }

    void write(SealedSession made, SessionNote note, boolean overwrite) throws ProblemException {
        FileSet.write(
                List.of(
                        FileSet.Entry.of(godh(), base64(made.godh().toBytes())),
                        FileSet.Entry.of(session(), base64(made.blob().toBytes())),
                        new FileSet.Entry(tek(), made.keys().tek()),
                        new FileSet.Entry(tik(), made.keys().tik()),
                        FileSet.Entry.of(note(), SessionNoteJson.write(note))),
                overwrite);
    }

    private static Bytes base64(Bytes value) {
        return Bytes.of(value.toBase64().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Returns the guest owner's certificate, in base64 as in the file.
     *
     * @throws ProblemException if it cannot be read
     */
    public String readGodh() throws ProblemException {
        return text(godh());
    }

    /**
     * Returns the session blob, in base64 as in the file.
     *
     * @throws ProblemException if it cannot be read
     */
    public String readSession() throws ProblemException {
        return text(session());
    }

    private static String text(Path file) throws ProblemException {
        Bytes read = SizedFile.read(file, MAX_NOTE);
        return new String(read.toArray(), StandardCharsets.US_ASCII).strip();
    }

    /** Returns the note, if it can be read and belongs to a session. */
    Optional<SessionNote> noteOf(LaunchSession session) {
        try {
            return Optional.of(readNote())
                    .filter(note -> note.blob().equals(session.toBytes().sha256()));
        } catch (ProblemException noneOrDamaged) {
            return Optional.empty();
        }
    }

    /** Returns whether these files belong to a session, according to the note or the blob. */
    public boolean isOf(LaunchSession session) {
        try {
            return noteOf(session).isPresent()
                    || TextEncoding.base64(readSession()).equals(Optional.of(session.toBytes()));
        } catch (ProblemException noBlob) {
            return false;
        }
    }

    /**
     * Reads the note of a session.
     *
     * @throws ProblemException if the file cannot be read or is not a session note
     */
    public SessionNote readNote() throws ProblemException {
        return SessionNoteJson.read(note().toString(), SizedFile.read(note(), MAX_NOTE));
    }
}
