package io.sevguest.cli.owner.measurement;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.bytes.SecretText;
import io.sevguest.cli.option.BytesArgument;
import io.sevguest.file.SecretFile;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a command-line value of a fixed number of secret bytes: hex, base64, or a file with the
 * bytes, their hex or their base64. The encoding is recognized by the number of bytes. An ambiguous
 * value is refused. Messages contain the value only if it is the name of a file.
 *
 * @param name the name of the option, for messages
 * @param size the required number of bytes
 */
record SecretArgument(String name, int size) {
    private static final int LIMIT = 4096;

    /**
     * Returns the bytes that a value represents. The caller wipes them.
     *
     * @throws ProblemException if the value has another number of bytes, is ambiguous, or names an
     *     unreadable file
     */
    SecretBytes read(String value) throws ProblemException {
        Optional<SecretBytes> typed = SecretText.decode(value, size);
        Optional<Path> file = BytesArgument.file(value);
        if (file.isEmpty()) {
            return typed.orElseThrow(
                    () -> refused("This is neither an existing file nor " + wanted(), name));
        }
        if (typed.isPresent()) {
            typed.get().close();
            throw refused("The value is both the name of a file and " + wanted(), name);
        }
        try (SecretBytes content = SecretFile.read(file.get(), LIMIT)) {
            if (content.size() == size) {
                return content.slice(0, size);
            }
            return SecretText.decode(content, size)
                    .orElseThrow(
                            () ->
                                    refused(
                                            "The file has %s instead of %d."
                                                    .formatted(
                                                            Count.of(content.size(), "byte"), size),
                                            name + " " + value));
        }
    }

    private String wanted() {
        return "%d bytes, as hex or base64.".formatted(size);
    }

    private ProblemException refused(String what, String where) {
        return new ProblemException(
                new Problem(
                        what,
                        where,
                        "Expected %d bytes, given as a file, hex or base64.".formatted(size)));
    }
}
