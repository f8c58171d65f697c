package io.sevguest.ui.form;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A question for a file, which is passed on; nothing happens if none is chosen. */
public interface FileQuestion {
    /**
     * Asks for a file.
     *
     * @param kind the purpose of the file; the title is the text {@code dialog.open.<kind>}
     */
    void ask(String kind, Consumer<Path> then);
}
