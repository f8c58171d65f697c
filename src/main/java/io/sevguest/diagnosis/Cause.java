package io.sevguest.diagnosis;

/**
 * A mistake that explains a mismatch.
 *
 * @param what a whole sentence
 * @param fix how to fix it, a whole sentence
 */
public record Cause(String what, String fix) {}
