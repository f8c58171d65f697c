package io.sevguest.diagnosis;

/**
 * An input as it may have been meant.
 *
 * @param cause the mistake in what was given
 */
record Variant<T>(Cause cause, T value) {}
