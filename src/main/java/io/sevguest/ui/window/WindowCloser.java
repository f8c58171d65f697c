package io.sevguest.ui.window;

import io.sevguest.ui.file.GuestFiles;
import io.sevguest.ui.launch.EndQuestion;
import io.sevguest.ui.task.Tasks;
import io.sevguest.ui.workspace.WindowParts;
import java.awt.Component;

/**
 * Closes a window when nothing is lost by it: edits are saved or given up, the guest that runs has
 * ended, and what is being written is written whole. What is edited meanwhile is asked about again.
 */
final class WindowCloser {
    private final Component window;
    private final GuestFiles files;
    private final Tasks tasks;
    private final EndQuestion question;
    private final Runnable close;
    private boolean closed;

    /**
     * @param close ends the window, once
     */
    WindowCloser(Component window, WindowParts parts, GuestFiles files, Runnable close) {
        this.window = window;
        this.files = files;
        this.tasks = parts.tasks();
        this.question = new EndQuestion(parts.run(), parts.texts());
        this.close = close;
    }

    /** Asks what must be asked, and closes if the answers allow it. */
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
