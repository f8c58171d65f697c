package io.sevguest.ui.window;

import io.sevguest.ui.file.GuestFiles;
import io.sevguest.ui.launch.EndQuestion;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Component;

/**
 * Closes a window without losing anything: edits are saved or discarded, the running guest has
 * ended, and writes are complete. It asks again about edits made in the meantime.
 */
final class WindowCloser {
    private final Component window;
    private final GuestFiles files;
    private final Tasks tasks;
    private final EndQuestion question;
    private final Runnable close;
    private boolean closed;

    /**
     * Creates a closer.
     *
     * @param close closes the window; called once
     */
    WindowCloser(Component window, WindowParts parts, GuestFiles files, Runnable close) {
        this.window = window;
        this.files = files;
        this.tasks = parts.tasks();
        this.question = new EndQuestion(parts.run(), parts.texts());
        this.close = close;
    }

    /** Asks the necessary questions, and closes the window if the answers allow it. */
    void begin() {
        files.whenSafe(() -> question.thenClose(window, () -> tasks.afterWrites(this::finish)));
    }

    private void finish() {
        files.whenStillSafe(
                () -> {
                    if (!closed) {
                        closed = true;
                        close.run();
                    }
                });
    }
}
