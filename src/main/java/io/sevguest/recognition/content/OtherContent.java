package io.sevguest.recognition.content;

import java.util.List;

/**
 * Something that has no layout known here: unknown bytes, a private key, a file that cannot be
 * read.
 */
public record OtherContent(Kind kind, String summary) implements RecognizedContent {
    public static final OtherContent UNKNOWN = new OtherContent(Kind.UNKNOWN, "not recognized");

    @Override
    public List<LabelledField> fields() {
        return List.of();
    }

    @Override
    public List<Defect> defects() {
        return List.of();
    }
}
