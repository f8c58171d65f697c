package io.sevguest.ui.page;

import io.sevguest.recognition.content.BlobTarget;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The actions for the place of a certificate or a session. */
public interface BlobActions {
    /** Asks for a file and imports it into this place. */
    void importInto(BlobTarget target);

    /** Asks for a file and writes the binary of this place there. */
    void exportBinary(BlobTarget target);

    /** Asks for a file and writes the base64 of this place there. */
    void exportBase64(BlobTarget target);

    /**
     * Looks for a file that a place names instead of containing it.
     *
     * @param name as written there, relative to the folder of the guest's file
     * @param found called with the file if it exists
     */
    void find(String name, Consumer<Path> found);

    /** Imports a file into this place. */
    void importInto(BlobTarget target, Path file);

    /** Empties this place. */
    void clear(BlobTarget target);
}
