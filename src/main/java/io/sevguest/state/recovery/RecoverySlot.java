package io.sevguest.state.recovery;

import io.sevguest.bytes.Bytes;
import io.sevguest.file.AtomicFile;
import io.sevguest.file.FileProblems;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One place for an unsaved document: a file with its content and a file that is locked as long as
 * somebody owns the place. Closing gives it up and leaves the content.
 */
public final class RecoverySlot implements AutoCloseable {
    static final String LOCK = ".lock";
    private static final String CONTENT = ".json";
    private static final int MAX_BYTES = 512 << 20;

    private final Path lock;
    private final Path content;
    private final FileChannel held;

    /** A place whose lock is held already. */
    RecoverySlot(Path lock, FileChannel held) {
        this.lock = lock;
        String name = lock.getFileName().toString();
        this.content =
                lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + CONTENT);
        this.held = held;
    }

    /**
     * Keeps a document, in the place of one that was kept before.
     *
     * @throws ProblemException if it cannot be written
     */
    public void keep(UnsavedDocument document) throws ProblemException {
        AtomicFile.writePrivate(content, UnsavedDocumentJson.write(document));
    }

    /**
     * The document that is kept here.
     *
     * @throws ProblemException if it cannot be read
     */
    public Optional<UnsavedDocument> document() throws ProblemException {
        if (!Files.exists(content)) {
            return Optional.empty();
        }
        Bytes bytes = SizedFile.read(content, MAX_BYTES);
        return Optional.of(UnsavedDocumentJson.read(content.toString(), bytes));
    }

    /**
     * Forgets the document, as after saving it.
     *
     * @throws ProblemException if the file cannot be removed
     */
    public void forget() throws ProblemException {
        remove(content);
    }

    /**
     * Forgets the document and gives the place up, as at a regular end.
     *
     * @throws ProblemException if the files cannot be removed
     */
    public void remove() throws ProblemException {
        remove(content);
        remove(lock);
        close();
    }

    boolean isEmpty() {
        return !Files.exists(content);
    }

    @Override
    public void close() throws ProblemException {
        try {
            held.close();
        } catch (IOException failed) {
            throw FileProblems.writing(lock, failed);
        }
    }

    private static void remove(Path file) throws ProblemException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw FileProblems.writing(file, failed);
        }
    }
}
