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
 * A value of the command line that stands for secret bytes of a known number: a file with the
 * bytes, their hex or their base64, or hex or base64 itself. The number tells which it is; what
 * could be two things is refused. No message holds the value, unless it names a file.
 *
 * @param name of the option, for messages
 * @param size how many bytes there must be
 */
record SecretArgument(String name, int size) {
    private static final int LIMIT = 4096;

    /**
     * The bytes that a value stands for; the caller wipes them.
     *
     * @throws ProblemException if it stands for another number of bytes or for two things, or names
     *     a file that cannot be read
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
