package io.sevguest.recognition.content;

/**
 * A blob that stands inside a domain XML or an argument.
 *
 * @param place where it stands; it need not be what belongs there
 */
public record EmbeddedBlob(BlobTarget place, RecognizedFile recognized) {}
