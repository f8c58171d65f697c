package io.sevguest.session;

import io.sevguest.bytes.SecretBytes;
import io.sevguest.bytes.SecretText;
import io.sevguest.file.SecretFile;
import io.sevguest.problem.Count;
import io.sevguest.problem.Problem;
import io.sevguest.problem.ProblemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file with a transport key of 16 bytes, or with both, TEK first, as sev-tool writes them; as
 * they are, in hex or in base64.
 */
public enum KeyFile {
    TEK,
    TIK;

    private static final int LIMIT = 4096;
    private static final int BOTH = 2 * TransportKeys.KEY_SIZE;

    /**
     * Reads this key; the caller wipes it.
     *
     * @throws ProblemException if the file cannot be read or holds no such key
     */
    public SecretBytes read(Path file) throws ProblemException {
        try (SecretBytes content = SecretFile.read(file, LIMIT)) {
            Optional<SecretBytes> alone = bytes(content, TransportKeys.KEY_SIZE);
            if (alone.isPresent()) {
                return alone.get();
            }
            try (SecretBytes both =
                    bytes(content, BOTH).orElseThrow(() -> refused(file, content.size()))) {
                int start = this == TEK ? 0 : TransportKeys.KEY_SIZE;
                return both.slice(start, start + TransportKeys.KEY_SIZE);
            }
        }
    }

    private static Optional<SecretBytes> bytes(SecretBytes content, int size) {
        return content.size() == size
                ? Optional.of(content.slice(0, size))
                : SecretText.decode(content, size);
    }

    private ProblemException refused(Path file, int size) {
        return new ProblemException(
                new Problem(
                        "The file has %s, but a %s has 16 bytes, and TEK and TIK together have 32."
                                .formatted(Count.of(size, "byte"), this),
                        file.toString(),
                        "Choose the file that ends in _%s.bin, which came with the session."
                                .formatted(name().toLowerCase(Locale.ROOT))));
    }
}
