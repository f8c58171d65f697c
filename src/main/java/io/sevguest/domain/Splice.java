package io.sevguest.domain;

/**
 * One change of a text: the characters from {@code start} to {@code end} give way to the inserted
 * ones.
 *
 * @param start offset, inclusive
 * @param end offset, exclusive
 */
record Splice(int start, int end, String inserted) {
    String applyTo(String text) {
        return new StringBuilder(text.length() + inserted.length())
                .append(text, 0, start)
                .append(inserted)
                .append(text, end, text.length())
                .toString();
    }
}
