package io.sevguest.ui.file;

import java.nio.file.Path;

/** The other windows of this process, as far as the files of one window concern them. */
public interface OtherWindows {
    /** Brings the window that shows a file to the front; returns false if no other one shows it. */
    boolean show(Path file);

    /** Opens a guest that was read in a window of its own. */
    void open(GuestStore.OpenResult opened);
}
