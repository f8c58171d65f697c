package io.sevguest.recognition.blob;

import io.sevguest.bytes.TextEncoding;
import io.sevguest.bytes.XmlSpace;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Recognizes the name of a file in an element that needs the content of that file. */
public final class BlobFileName {
    /** A path, or a name with an ending: base64 has no dot. */
    private static final Predicate<String> NAME =
            Pattern.compile(
                            "(?=.{1,255}\\z)(?:[^/\\p{Cntrl}]*/)*[^/\\p{Cntrl}]*\\.[A-Za-z0-9]{1,10}"
                                    + "|/(?=.{1,254}\\z)[^\\p{Cntrl}]*")
                    .asMatchPredicate();

    private BlobFileName() {}

    /**
     * Returns the file name that an element contains; empty if it contains anything else.
     *
     * @param text of the element
     * @param blob the same, recognized
     */
    public static Optional<String> of(String text, RecognizedFile blob) {
        if (blob.kind() != Kind.UNKNOWN) {
            return Optional.empty();
        }
        String stripped = XmlSpace.strip(text);
        if (stripped.startsWith("/") && NAME.test(stripped)) {
            return Optional.of(stripped);
        }
        boolean isText = blob.encodings().equals(List.of(Encoding.BINARY));
        return isText ? TextEncoding.text(blob.decoded()).filter(NAME) : Optional.empty();
    }
}
