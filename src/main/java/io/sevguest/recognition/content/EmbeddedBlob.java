package io.sevguest.recognition.content;

/**
 * A blob inside a domain XML or an argument.
 *
 * @param place the place where it was found, which need not be the right one
 */
public record EmbeddedBlob(BlobTarget place, RecognizedFile recognized) {}
