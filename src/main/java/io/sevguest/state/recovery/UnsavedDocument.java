package io.sevguest.state.recovery;

import io.sevguest.bytes.Bytes;
import io.sevguest.domain.xml.XmlEncoding;
import java.time.Instant;
import java.util.Optional;

/**
 * A document with edits that are in no file yet.
 *
 * @param file where it was read from; empty for a new one
 * @param text all its characters
 */
public record UnsavedDocument(
        Optional<ReadFile> file, String text, XmlEncoding encoding, Instant time) {
    /**
     * A file as it was read or written last.
     *
     * @param path absolute
     * @param sha256 of its bytes then, by which a change on disk is noticed; 32 bytes
     */
    public record ReadFile(String path, Bytes sha256) {}
}
