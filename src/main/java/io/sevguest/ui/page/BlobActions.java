package io.sevguest.ui.page;

import io.sevguest.recognition.content.BlobTarget;

/** The actions for the place of a certificate or a session. */
public interface BlobActions {
    /** Asks for a file and imports it into this place. */
    void importInto(BlobTarget target);

    /** Asks for a file and writes the binary of this place there. */
    void exportBinary(BlobTarget target);

    /** Asks for a file and writes the base64 of this place there. */
    void exportBase64(BlobTarget target);

    /** Empties this place. */
    void clear(BlobTarget target);
}
