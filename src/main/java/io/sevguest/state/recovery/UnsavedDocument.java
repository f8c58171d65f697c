package io.sevguest.state.recovery;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import java.time.Instant;
import java.util.Optional;

/**
 * A document with unsaved edits.
 *
 * @param file the file from which it was read; empty for a new document
 * @param text the complete text
 */
public record UnsavedDocument(
        Optional<ReadFile> file, String text, XmlEncoding encoding, Instant time) {
    /**
     * A file in the state in which it was last read or written.
     *
     * @param path the absolute path
     * @param sha256 the SHA-256 of its bytes (32 bytes), used to detect later changes on disk
     */
    public record ReadFile(String path, Bytes sha256) {}
}
