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
 * A value of the command line that stands for public bytes of a known number: hex, base64, or a
 * file with the bytes, their hex or their base64. The number tells which it is; what could be two
 * things is refused.
 *
 * @param name of the option, for messages
 * @param size how many bytes there must be
 */
public record BytesArgument(String name, int size) {
    /** 64 KiB, the largest file that is read. */
    public static final int LIMIT = 64 * 1024;

    /**
     * The bytes that a value stands for.
     *
     * @throws ProblemException if it stands for another number of bytes or for two things, or names
     *     a file that cannot be read
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

    /** The file that a value names; empty where there is none of that name. */
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
