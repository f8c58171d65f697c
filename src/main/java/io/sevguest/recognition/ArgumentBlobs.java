package io.sevguest.recognition;

import io.sevguest.bytes.Bytes;
import io.sevguest.recognition.content.ArgumentContent;
import io.sevguest.recognition.content.BlobTarget;
import io.sevguest.recognition.content.EmbeddedBlob;
import io.sevguest.recognition.content.Encoding;
import io.sevguest.recognition.content.Kind;
import io.sevguest.recognition.content.RecognizedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds blobs, or the names of their files, in a QEMU argument, as key=value or JSON. */
final class ArgumentBlobs {
    /** Bounded, as a repeated group takes a stack frame for each repetition. */
    private static final Pattern KEYED =
            Pattern.compile(
                    "\\b(dh-cert-file|session-file|dh-cert|dhCert|session)[\"']?\\s*[=:]\\s*"
                            + "(?:\"([^\"]+)\"|'([^']+)'|((?:[^\",\\s']{1,4096}|,,){1,64}))");

    /** One value in quotes or before a separator, as it is copied out of a script or JSON. */
    private static final Pattern QUOTED =
            Pattern.compile(
                    "(?:(?:export\\s++)?\"?[A-Za-z][\\w.-]{0,99}\"?\\s*+[=:]\\s*+)?b?"
                            + "(?:\"([^\"]++)\"|'([^']++)'|([^\"',;]++))\\s*+[,;]?");

    private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9+/]{120,}={0,2}");

    /** A command names one of each; further ones are ignored. */
    private static final int MOST = 16;

    private ArgumentBlobs() {}

    /** Returns the content of an argument; empty if the text is not one. */
    static Optional<RecognizedFile> read(String name, String text) {
        List<EmbeddedBlob> contained = new ArrayList<>();
        List<ArgumentContent.NamedFile> files = new ArrayList<>();
        Matcher keyed = KEYED.matcher(text);
        while (contained.size() + files.size() < MOST && keyed.find()) {
            BlobTarget place =
                    keyed.group(1).startsWith("session") ? BlobTarget.SESSION : BlobTarget.DH_CERT;
            String value = firstOf(keyed.group(2), keyed.group(3), keyed.group(4));
            RecognizedFile blob = Recognition.ofValue(name, value);
            if (blob.kind() != Kind.UNKNOWN) {
                contained.add(new EmbeddedBlob(place, blob));
            } else if (keyed.group(1).endsWith("-file") && !value.startsWith("<")) {
                files.add(new ArgumentContent.NamedFile(place, value.replace(",,", ",")));
            }
        }
        if (contained.isEmpty() && files.isEmpty()) {
            contained.addAll(certificates(name, text));
        }
        return answer(name, text, contained, files).or(() -> quoted(name, text));
    }

    private static Optional<RecognizedFile> quoted(String name, String text) {
        String stripped = text.strip();
        Matcher value = QUOTED.matcher(stripped);
        return value.matches()
                ? Optional.of(firstOf(value.group(1), value.group(2), value.group(3)))
                        .filter(inside -> inside.length() < stripped.length())
                        .map(inside -> Recognition.ofValue(name, inside))
                        .filter(blob -> blob.kind() != Kind.UNKNOWN)
                        .map(blob -> blob.inside(Encoding.ARGUMENT))
                : Optional.empty();
    }

    private static String firstOf(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalArgumentException("no group matched");
    }

    /**
     * Returns certificates without a key before them; a session could not be distinguished from a
     * hash there.
     */
    private static List<EmbeddedBlob> certificates(String name, String text) {
        List<EmbeddedBlob> found = new ArrayList<>();
        Matcher run = LONG_BASE64.matcher(text);
        while (found.size() < MOST && run.find() && run.group().length() < text.length()) {
            RecognizedFile blob = Recognition.ofValue(name, run.group());
            if (blob.kind() != Kind.UNKNOWN && blob.kind() != Kind.SESSION_BLOB) {
                found.add(new EmbeddedBlob(BlobTarget.DH_CERT, blob));
            }
        }
        return found;
    }

    private static Optional<RecognizedFile> answer(
            String name,
            String text,
            List<EmbeddedBlob> contained,
            List<ArgumentContent.NamedFile> files) {
        if (contained.size() == 1 && files.isEmpty()) {
            return Optional.of(contained.get(0).recognized().inside(Encoding.ARGUMENT));
        }
        if (contained.isEmpty() && files.isEmpty()) {
            return Optional.empty();
        }
        var content = new ArgumentContent(contained, files);
        Bytes bytes = Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        return Optional.of(
                Recognition.plain(name, bytes, content, content.defects())
                        .inside(Encoding.ARGUMENT));
    }
}
