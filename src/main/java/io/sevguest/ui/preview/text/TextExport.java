package io.sevguest.ui.preview.text;

import java.nio.file.Path;

/** The export of the texts of previews to files. */
public interface TextExport {
    /** Asks for a file and writes the document to it. */
    void saveDocument();

    /**
     * Asks for a file and writes a text to it.
     *
     * @param kind the kind of text, such as {@code command}
     */
    void save(String kind, Path suggested, String text);
}
