package io.sevguest.ui.form;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks for a file and passes it on; nothing happens where none is chosen. */
public interface FileQuestion {
    /**
     * Asks.
     *
     * @param kind what the file is for: the title is the text {@code dialog.open.<kind>}
     */
    void ask(String kind, Consumer<Path> then);
}
