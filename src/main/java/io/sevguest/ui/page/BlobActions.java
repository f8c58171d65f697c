package io.sevguest.ui.page;

import io.sevguest.recognition.content.BlobTarget;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The actions for one blob, a certificate or a session. */
public interface BlobActions {
    /** Asks for a file and imports it as this blob. */
    void importInto(BlobTarget target);

    /** Asks for a file and exports this blob as binary. */
    void exportBinary(BlobTarget target);

    /** Asks for a file and exports this blob as base64. */
    void exportBase64(BlobTarget target);

    /**
     * Looks for a file that an element names instead of containing its content.
     *
     * @param name as written in the element, relative to the folder of the guest's file
     * @param found called with the file if it exists
     */
    void find(String name, Consumer<Path> found);

    /** Imports a file as this blob. */
    void importInto(BlobTarget target, Path file);

    /** Removes this blob. */
    void clear(BlobTarget target);
}
