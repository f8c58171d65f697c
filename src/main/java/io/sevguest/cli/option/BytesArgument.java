package io.sevguest.cli.option;

import io.sevguest.bytes.Bytes;
import io.sevguest.bytes.TextEncoding;
import io.sevguest.file.SizedFile;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a command-line value of a fixed number of public bytes: hex, base64, or a file with the
 * bytes, their hex or their base64. The encoding is recognized by the number of bytes. An ambiguous
 * value is refused.
 *
 * @param name the name of the option, for messages
 * @param size the required number of bytes
 */
public record BytesArgument(String name, int size) {
    /** The size of the largest accepted file, 64 KiB. */
    public static final int LIMIT = 64 * 1024;

    /**
     * Returns the bytes that a value represents.
     *
     * @throws ProblemException if the value has another number of bytes, is ambiguous, or names an
     *     unreadable file
     */
    public Bytes read(String value) throws ProblemException {
        Set<Bytes> meanings = new LinkedHashSet<>();
        decoded(value).forEach(meanings::add);
        Optional<Path> file = file(value);
        if (file.isPresent()) {
            Bytes content = SizedFile.read(file.get(), LIMIT);
            Set<Bytes> inFile = inFile(content);
            if (inFile.isEmpty() && meanings.isEmpty()) {
                throw refused(
                        "The file has %s instead of %d."
                                .formatted(Count.of(content.size(), "byte"), size),
                        value);
            }
            meanings.addAll(inFile);
        }
        if (meanings.size() > 1) {
            throw refused("The value is ambiguous: it can be read in more than one way.", value);
        }
        if (meanings.isEmpty()) {
            throw refused(whatElse(value), value);
        }
        return meanings.iterator().next();
    }

    private String whatElse(String value) {
        return TextEncoding.hex(value)
                .map(bytes -> wrongSize("hex", bytes))
                .or(() -> TextEncoding.base64(value).map(bytes -> wrongSize("base64", bytes)))
                .orElse(
                        "This is neither an existing file nor %d bytes in hex or base64."
                                .formatted(size));
    }

    private String wrongSize(String encoding, Bytes bytes) {
        return "No file has this name, and read as %s it has %s instead of %d."
                .formatted(encoding, Count.of(bytes.size(), "byte"), size);
    }

    private Set<Bytes> inFile(Bytes content) {
        Set<Bytes> meanings = new LinkedHashSet<>();
        if (content.size() == size) {
            meanings.add(content);
        }
        TextEncoding.text(content).stream().flatMap(this::decoded).forEach(meanings::add);
        return meanings;
    }

    private Stream<Bytes> decoded(String text) {
        return Stream.of(TextEncoding.hex(text), TextEncoding.base64(text))
                .flatMap(Optional::stream)
                .filter(bytes -> bytes.size() == size);
    }

    /** Returns the file that a value names; empty if no file has this name. */
    public static Optional<Path> file(String value) {
        try {
            return Optional.of(value)
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(Files::exists);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private ProblemException refused(String what, String value) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new ProblemException(
                new Problem(
                        what,
                        name + " " + shown,
                        "Expected %d bytes, given as a file, hex or base64.".formatted(size)));
    }
}
