package io.sevguest.ui.guest;

import io.sevguest.bytes.Bytes;
import java.nio.file.Path;

/**
 * A file of a guest as it was read or written last.
 *
 * @param sha256 of its bytes then, by which a change on disk is noticed
 */
public record GuestFile(Path path, Bytes sha256) {
    /** The file with the bytes it has now. */
    public static GuestFile of(Path path, Bytes content) {
        return new GuestFile(path, content.sha256());
    }

    public String name() {
        return path.getFileName().toString();
    }
}
