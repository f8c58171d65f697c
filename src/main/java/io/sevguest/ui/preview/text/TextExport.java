package io.sevguest.ui.preview.text;

import java.nio.file.Path;

/** The target of the texts of previews when they are saved. */
public interface TextExport {
    /** Asks for a file and writes the document there. */
    void saveDocument();

    /**
     * Asks for a file and writes a text there.
     *
     * @param kind what it is, such as {@code command}
     */
    void save(String kind, Path suggested, String text);
}
