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
 * A slot for one unsaved document: a file with its content, and a file that is locked while the
 * slot has an owner. Closing releases the slot and keeps the content.
 */
public final class RecoverySlot implements AutoCloseable {
    static final String LOCK = ".lock";
    private static final String CONTENT = ".json";
    private static final int MAX_BYTES = 512 << 20;

    private final Path lock;
    private final Path content;
    private final FileChannel held;

    /** Creates a slot whose lock is already held. */
    RecoverySlot(Path lock, FileChannel held) {
        this.lock = lock;
        String name = lock.getFileName().toString();
        this.content =
                lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + CONTENT);
        this.held = held;
    }

    /**
     * Stores a document, replacing the stored one.
     *
     * @throws ProblemException if it cannot be written
     */
    public void keep(UnsavedDocument document) throws ProblemException {
        AtomicFile.writePrivate(content, UnsavedDocumentJson.write(document));
    }

    /**
     * Returns the stored document.
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
     * Removes the stored document, for example after it has been saved.
     *
     * @throws ProblemException if the file cannot be removed
     */
    public void forget() throws ProblemException {
        remove(content);
    }

    /**
     * Removes the stored document and the slot, as at a regular end of the program.
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
