package io.sevguest.recognition;

/**
 * A blob that stands inside a domain XML or an argument.
 *
 * @param place where it stands; it need not be what belongs there
 */
public record Contained(BlobTarget place, Recognized recognized) {}
