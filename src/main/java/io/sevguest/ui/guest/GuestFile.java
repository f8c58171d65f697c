package io.sevguest.ui.guest;

import io.sevguest.bytes.Bytes;
import java.nio.file.Path;

/**
 * A file of a guest in the state in which it was last read or written.
 *
 * @param sha256 hash of its bytes in that state, to detect changes on disk
 */
public record GuestFile(Path path, Bytes sha256) {
    /** Returns the file with its current bytes. */
    public static GuestFile of(Path path, Bytes content) {
        return new GuestFile(path, content.sha256());
    }

    public String name() {
        return path.getFileName().toString();
    }
}
